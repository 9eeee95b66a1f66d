/** What ISE says on its topics, read from the wire and in Clarion's values. Part of the connector's API. */
@NullMarked
package clarion.pxgrid.records;

import org.jspecify.annotations.NullMarked;
