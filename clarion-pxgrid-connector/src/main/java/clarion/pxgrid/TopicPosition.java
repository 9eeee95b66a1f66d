package clarion.pxgrid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a topic was read.
 *
 * @param topic which
 * @param sequence the publisher's number of the last message, or null before ISE 3.0
 * @param timestamp the newest ISE time among the events so far: where a recovery starts
 */
public record TopicPosition(Topic topic, @Nullable Long sequence, Instant timestamp) {

    /**
     * The position of a topic of which the picture was never complete. It is saved with events that come before the
     * first bulk download has ended, so that a start after a crash does not take them for more than they are.
     */
    public static TopicPosition none(Topic topic) {
        return new TopicPosition(topic, null, Instant.EPOCH);
    }

    /** True if there is nothing to go on from: only a full download helps. */
    public boolean isNone() {
        return sequence == null && timestamp.equals(Instant.EPOCH);
    }
}
