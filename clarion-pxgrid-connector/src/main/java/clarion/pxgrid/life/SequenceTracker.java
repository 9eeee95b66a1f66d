package clarion.pxgrid.life;

import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.topics.TopicMessage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the publisher's numbers whether messages are missing (Cisco developer site, "Loss detection").
 *
 * <p>Numbers go up by one from 0. A jump means that messages were lost, a 0 or a number far below that the publisher
 * began anew. A slightly lower number on a message without any newer event is a copy or a late-comer and harmless: the
 * same event may come from several nodes. Without numbers (before ISE 3.0) nothing can be told and nothing is claimed.
 */
final class SequenceTracker {

    /** How far back late-comers and copies are told from a publisher's restart. */
    private static final int WINDOW = 1024;

    /** Times that lie further apart in the stream than this are one device's wrong clock, not disorder. */
    private static final Duration MOST_DISORDER = Duration.ofMinutes(10);

    /** What a message's number means. */
    enum Verdict {
        /** The next one, or one without a number. */
        IN_ORDER,
        /** Seen before, or late. */
        KNOWN,
        /** Messages before it are missing. */
        GAP,
        /** The publisher counts from the start again. */
        RESTART,
        /** As {@link #RESTART}, while nobody listened: all that was known may be outdated. */
        OTHER_PUBLISHER;

        boolean isLoss() {
            return this == GAP || this == RESTART || this == OTHER_PUBLISHER;
        }
    }

    private final Topic topic;
    private @Nullable Long last;
    private @Nullable Instant newest;
    private Duration disorder = Duration.ZERO;
    private boolean resumed;
    private @Nullable Instant recoveryAskedAt;
    private long recovered;

    SequenceTracker(Topic topic) {
        this.topic = topic;
    }

    /**
     * Goes back to what was delivered and saved. The next number will tell what happened meanwhile: one that goes on or
     * jumps ahead is in order, since what it jumps is fetched by recovery; one that falls back is of another publisher.
     */
    void resumeAt(TopicPosition position) {
        last = position.sequence();
        newest = position.isNone() ? null : position.timestamp();
        resumed = last != null;
        recoveryAskedAt = null;
    }

    /**
     * Notes what a recovery brought after {@link #resumeAt}. A first message that came after it was asked, and that
     * jumps more messages than the recovery had events, shows that one of them was lost since.
     */
    void recovered(Instant askedAt, long events) {
        recoveryAskedAt = askedAt;
        recovered = events;
    }

    /** Judges a message without taking it in. */
    Verdict judge(TopicMessage<?> message) {
        Long number = message.sequence();
        Long previous = last;
        if (number == null && previous == null && !message.intact()) {
            return Verdict.GAP; // without numbers nothing else would ever tell
        }
        if (number == null || previous == null) {
            return Verdict.IN_ORDER;
        }
        if (resumed) {
            return judgeResumed(number, previous, message);
        }
        if (number == previous + 1) {
            return Verdict.IN_ORDER;
        }
        if (number > previous) {
            return Verdict.GAP;
        }
        return isLateComer(number, previous, message) ? Verdict.KNOWN : Verdict.RESTART;
    }

    private Verdict judgeResumed(long number, long previous, TopicMessage<?> message) {
        if (number > previous) {
            Instant asked = recoveryAskedAt;
            boolean lostSince =
                    asked != null && message.receivedAt().isAfter(asked) && number - previous - 1 > recovered;
            return lostSince ? Verdict.GAP : Verdict.IN_ORDER;
        }
        return number > 0 && isLateComer(number, previous, message) ? Verdict.KNOWN : Verdict.OTHER_PUBLISHER;
    }

    private boolean isLateComer(long number, long previous, TopicMessage<?> message) {
        boolean recent = number == previous || number > 0 && previous - number < WINDOW;
        if (message.newest() == null && !message.elements().isEmpty()) {
            return number > 0 && number == previous; // a topic without times
        }
        return recent
                && newest != null
                && (message.newest() == null || !message.newest().isAfter(newest));
    }

    /** Takes a message in. */
    void accept(TopicMessage<?> message) {
        if (message.sequence() != null && judge(message) != Verdict.KNOWN) {
            last = message.sequence();
            resumed = false;
        }
    }

    /** Notes the times of a message of the live stream that is being delivered. */
    void streamed(Instant oldest, Instant latest) {
        Instant before = newest;
        if (before != null && oldest.isBefore(before)) {
            Duration behind = Duration.between(oldest, before);
            if (behind.compareTo(disorder) > 0) {
                disorder = behind.compareTo(MOST_DISORDER) < 0 ? behind : MOST_DISORDER;
            }
        }
        boolean wrongClock = before != null && latest.isBefore(before.minus(MOST_DISORDER));
        if (before == null || latest.isAfter(before) || wrongClock) {
            newest = latest;
        }
    }

    /** Notes the time of something that was fetched. */
    void fetched(Instant timestamp) {
        if (newest == null || timestamp.isAfter(newest)) {
            newest = timestamp;
        }
    }

    /**
     * How far the topic was read; {@linkplain TopicPosition#none none} before the first event. Where the stream was
     * seen not to be in the order of its times, the time is earlier by as much, so that a recovery misses no
     * late-comer.
     */
    TopicPosition position() {
        return newest == null ? TopicPosition.none(topic) : new TopicPosition(topic, last, newest.minus(disorder));
    }
}
