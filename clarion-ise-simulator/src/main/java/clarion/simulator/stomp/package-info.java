/** STOMP 1.2 frames. */
@NullMarked
package clarion.simulator.stomp;

import org.jspecify.annotations.NullMarked;
