/** Tests that hold what Clarion writes to the inside of the simulated ERS. */
@NullMarked
package clarion.simulator.ers;

import org.jspecify.annotations.NullMarked;
