/** ERS, read only. */
@NullMarked
package clarion.simulator.ers;

import org.jspecify.annotations.NullMarked;
