/** The pxGrid control plane and the data services' REST calls: HTTPS with JSON. */
@NullMarked
package clarion.pxgrid.control;

import org.jspecify.annotations.NullMarked;
