/** pxGrid pubsub: STOMP over WebSocket. */
@NullMarked
package clarion.simulator.pubsub;

import org.jspecify.annotations.NullMarked;
