/** The connector's settings. */
@NullMarked
package clarion.pxgrid.settings;

import org.jspecify.annotations.NullMarked;
