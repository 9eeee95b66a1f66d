package clarion.pxgrid.life;

import clarion.pxgrid.Topic;
import clarion.pxgrid.records.IseRecord;
import java.time.Duration;

/** A topic's feed with what its lane knows of it: whether it is subscribed, and when to try again after a failure. */
final class RecordFeed {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final TopicFeed<IseRecord> feed;
    private final Source<IseRecord> source;
    private final boolean subscribed;
    private Duration pause = Duration.ZERO;
    private long failedNanos;

    RecordFeed(TopicFeed<IseRecord> feed, Source<IseRecord> source, boolean subscribed) {
        this.feed = feed;
        this.source = source;
        this.subscribed = subscribed;
    }

    Topic topic() {
        return feed.topic();
    }

    TopicFeed<IseRecord> feed() {
        return feed;
    }

    Source<IseRecord> source() {
        return source;
    }

    /** False if ISE answers calls about it but has no topic for it. */
    boolean subscribed() {
        return subscribed;
    }

    /** True if something is missing and it is time to fetch it. */
    boolean isDue() {
        return feed.isDue() && System.nanoTime() - failedNanos >= pause.toNanos();
    }

    void succeeded() {
        pause = Duration.ZERO;
    }

    void failed() {
        failedNanos = System.nanoTime();
        Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
