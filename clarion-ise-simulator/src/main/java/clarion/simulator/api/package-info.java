/** The control API: what a test does to the simulator, and what it asks it. */
@NullMarked
package clarion.simulator.api;

import org.jspecify.annotations.NullMarked;
