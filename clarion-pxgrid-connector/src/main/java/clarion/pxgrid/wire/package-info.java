/**
 * Every name that goes over the wire to ISE, in one place: where a fact about pxGrid turns out wrong, it is corrected
 * here.
 */
@NullMarked
package clarion.pxgrid.wire;

import org.jspecify.annotations.NullMarked;
