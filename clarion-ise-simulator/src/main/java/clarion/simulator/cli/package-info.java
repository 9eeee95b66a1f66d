/** The simulator as a program. */
@NullMarked
package clarion.simulator.cli;

import org.jspecify.annotations.NullMarked;
