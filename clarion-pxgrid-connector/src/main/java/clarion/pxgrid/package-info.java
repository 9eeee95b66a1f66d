/**
 * The connector's API: what it delivers, to whom, and how it is doing. Business code sees this package and no other of
 * the connector.
 */
@NullMarked
package clarion.pxgrid;

import org.jspecify.annotations.NullMarked;
