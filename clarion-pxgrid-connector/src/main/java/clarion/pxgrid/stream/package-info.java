/** The pubsub connection: STOMP over WebSocket, its heart-beats and its end. */
@NullMarked
package clarion.pxgrid.stream;

import org.jspecify.annotations.NullMarked;
