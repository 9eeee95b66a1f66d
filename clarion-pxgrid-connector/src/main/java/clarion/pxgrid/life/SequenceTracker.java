package clarion.pxgrid.life;

import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.sessions.TopicMessage;
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
        OTHER_PUBLISHER
    }

    private final Topic topic;
    private @Nullable Long last;
    private @Nullable Instant newest;
    private boolean resumed;

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
    }

    /** Judges a message without taking it in. */
    Verdict judge(TopicMessage message) {
        Long number = message.sequence();
        Long previous = last;
        if (number == null || previous == null) {
            return Verdict.IN_ORDER;
        }
        if (resumed) {
            return number > previous ? Verdict.IN_ORDER : Verdict.OTHER_PUBLISHER;
        }
        if (number == previous + 1) {
            return Verdict.IN_ORDER;
        }
        if (number > previous) {
            return Verdict.GAP;
        }
        boolean recent = number.equals(previous) || number > 0 && previous - number < WINDOW;
        return recent && bringsNothingNew(message) ? Verdict.KNOWN : Verdict.RESTART;
    }

    private boolean bringsNothingNew(TopicMessage message) {
        Instant known = newest;
        return known != null
                && message.reports().stream()
                        .noneMatch(report -> report.timestamp().isAfter(known));
    }

    /** Takes a message in. */
    void accept(TopicMessage message) {
        if (message.sequence() != null && judge(message) != Verdict.KNOWN) {
            last = message.sequence();
            resumed = false;
        }
    }

    /** Notes the time of an event or session that is being delivered. */
    void newest(Instant timestamp) {
        if (newest == null || timestamp.isAfter(newest)) {
            newest = timestamp;
        }
    }

    /** How far the topic was read; {@linkplain TopicPosition#none none} before the first event. */
    TopicPosition position() {
        return newest == null ? TopicPosition.none(topic) : new TopicPosition(topic, last, newest);
    }
}
