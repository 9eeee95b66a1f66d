package clarion.simulator.pubsub;

import java.util.List;

/**
 * What goes out on a topic.
 *
 * @param bodies one; more share a WebSocket message
 * @param shape how they go into WebSocket messages
 */
public record Message(List<byte[]> bodies, Shape shape) {

    /** Forms of the same octets, all of them legal. */
    public enum Shape {
        /** One STOMP frame in one binary message, as ISE does it. */
        BINARY,
        /** One STOMP frame over several binary messages. */
        SPLIT,
        /** One binary message over several WebSocket frames. */
        FRAGMENT,
        /** One STOMP frame in one text message. */
        TEXT
    }

    public Message {
        bodies = List.copyOf(bodies);
    }

    public static Message of(byte[] body) {
        return new Message(List.of(body), Shape.BINARY);
    }
}
