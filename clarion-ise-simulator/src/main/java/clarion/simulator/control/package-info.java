/** pxGrid control plane: accounts, service lookup, access secrets. */
@NullMarked
package clarion.simulator.control;

import org.jspecify.annotations.NullMarked;
