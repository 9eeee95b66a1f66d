/** The synthetic campus: who is there, on which device, behind which port. */
@NullMarked
package clarion.simulator.campus;

import org.jspecify.annotations.NullMarked;
