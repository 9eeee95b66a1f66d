/** The connector as a process without one sees it: asked and steered over the internal network. */
@NullMarked
package clarion.pxgrid.remote;

import org.jspecify.annotations.NullMarked;
