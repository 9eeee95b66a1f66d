package clarion.pxgrid;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time for which Clarion cannot rule out that it missed something on a topic.
 *
 * @param id tells it from other gaps
 * @param cause why
 * @param from the last instant up to which the topic is known to be complete; ISE's clock where the topic has it
 * @param noticedAt Clarion's clock
 * @param lastSequence number of the last message before it, or null before ISE 3.0
 * @param nextSequence number of the first message after it, or null if none came yet
 * @param detail what happened, in one sentence, for a person
 */
public record Gap(
        UUID id,
        Topic topic,
        Cause cause,
        Instant from,
        Instant noticedAt,
        @Nullable Long lastSequence,
        @Nullable Long nextSequence,
        String detail) {

    /** Why something may be missing. */
    public enum Cause {
        /** There is nothing yet: the first download fills it. */
        FIRST_START,
        /** Clarion was not running. */
        NOT_RUNNING,
        /** The connection was lost, or an operator stopped it. */
        DISCONNECTED,
        /** The publisher's numbers jumped: messages were lost on the way. */
        SEQUENCE_JUMP,
        /** The publisher began to count anew. */
        PUBLISHER_RESTART,
        /** A message was larger than Clarion accepts. */
        OVERSIZE,
        /** ISE had no provider for the topic, or refused the subscription. */
        NOT_OFFERED,
        /** The message queue lost what had been delivered to it, before it was stored. */
        QUEUE_LOST
    }

    /**
     * How a gap was closed.
     *
     * @param gap {@link Gap#id}
     * @param at Clarion's clock
     * @param how by what
     * @param fetched records that ISE sent for it
     * @param repaired how many of these changed the stored picture; -1 if that is not known, as they wait in a queue
     */
    public record Closure(UUID gap, Topic topic, Instant at, How how, long fetched, long repaired) {}

    /** What closes a gap. */
    public enum How {
        /** ISE said what happened since. */
        RECOVERY,
        /** ISE said the whole state, and the stored picture was made equal to it. */
        FULL_DOWNLOAD,
        /** Nobody can say what happened: it stays unknown. */
        NOT_RECOVERABLE
    }
}
