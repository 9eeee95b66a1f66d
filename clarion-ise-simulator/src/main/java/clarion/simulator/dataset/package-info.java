/** Data sets: a campus of a kind with its flows, sessions and leases as files, and the truth about it beside them. */
@NullMarked
package clarion.simulator.dataset;

import org.jspecify.annotations.NullMarked;
