/** What ISE knows beside sessions and security groups: each kind with its table, its calls and its topic. */
@NullMarked
package clarion.simulator.records;

import org.jspecify.annotations.NullMarked;
