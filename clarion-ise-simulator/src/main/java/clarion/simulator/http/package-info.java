/** What every HTTP answer of the simulator shares. */
@NullMarked
package clarion.simulator.http;

import org.jspecify.annotations.NullMarked;
