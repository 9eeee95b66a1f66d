/** What can go wrong between Clarion and ISE, with stable codes and words for the operator. */
@NullMarked
package clarion.pxgrid.faults;

import org.jspecify.annotations.NullMarked;
