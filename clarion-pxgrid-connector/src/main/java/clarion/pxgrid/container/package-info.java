/** The connector as an enterprise bean. */
@NullMarked
package clarion.pxgrid.container;

import org.jspecify.annotations.NullMarked;
