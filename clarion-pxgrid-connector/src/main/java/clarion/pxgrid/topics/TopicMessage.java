package clarion.pxgrid.topics;

import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a topic, read.
 *
 * @param topic of which topic
 * @param sequence the publisher's number, or null if the topic has none (all before ISE 3.0)
 * @param elements what it says, in ISE's order
 * @param unreadable what was set aside of it
 * @param intact false if the message broke off, so that a part of it may be missing
 * @param newest the newest ISE time in it, or null if it has none
 * @param receivedAt Clarion's clock
 */
public record TopicMessage<E>(
        Topic topic,
        @Nullable Long sequence,
        List<E> elements,
        List<QuarantinedMessage> unreadable,
        boolean intact,
        @Nullable Instant newest,
        Instant receivedAt) {

    /** How much of a message is looked at to be set aside; more than is kept. */
    private static final int EXCERPT = 64 * 1024;

    public TopicMessage {
        elements = List.copyOf(elements);
        unreadable = List.copyOf(unreadable);
    }

    /** How much of the queue it takes. */
    public int weight() {
        return Math.max(1, elements.size());
    }

    /** A whole message, or its beginning, as one to be set aside. */
    public static QuarantinedMessage whole(
            Topic topic, String destination, byte[] body, Instant receivedAt, String reason) {
        String text = new String(body, 0, Math.min(body.length, EXCERPT), StandardCharsets.UTF_8);
        return new QuarantinedMessage(topic, destination, receivedAt, reason, text);
    }
}
