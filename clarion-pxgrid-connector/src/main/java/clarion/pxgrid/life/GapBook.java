package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.Gap;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.faults.PxGridException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The open gaps of one topic, from their noticing to their closing, across connections. The listener keeps them for
 * good; what it could not be told at once, since the database was away, it is told before anything else.
 */
final class GapBook {

    private static final System.Logger LOG = ContextLogger.of(GapBook.class);

    private final Topic topic;
    private final PxGridListener listener;
    private final Clock clock;
    private final List<Gap> open = new ArrayList<>();
    private final List<Gap> untold = new ArrayList<>();
    private boolean earlierClosed;

    GapBook(Topic topic, PxGridListener listener, Clock clock) {
        this.topic = topic;
        this.listener = listener;
        this.clock = clock;
    }

    synchronized boolean isOpen() {
        return !open.isEmpty();
    }

    /** True if an open gap has this cause. */
    synchronized boolean isOpen(Gap.Cause cause) {
        return open.stream().anyMatch(gap -> gap.cause() == cause);
    }

    /** Opens a gap and tells the listener, if that can be done at once. */
    synchronized void open(Gap.Cause cause, TopicPosition complete, @Nullable Long next, String detail) {
        Gap gap = new Gap(
                UUID.randomUUID(),
                topic,
                cause,
                complete.timestamp(),
                clock.instant(),
                complete.sequence(),
                next,
                detail);
        LOG.log(
                System.Logger.Level.INFO,
                "CLARION-PXG-051 event=gap topic={0} cause={1} from={2} last={3} next={4}",
                topic.id(),
                cause,
                gap.from(),
                String.valueOf(gap.lastSequence()),
                String.valueOf(next));
        open.add(gap);
        untold.add(gap);
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=gap-not-stored-yet", e);
        }
    }

    private void tell() {
        while (!untold.isEmpty()) {
            listener.onGap(untold.get(0));
            untold.remove(0);
        }
    }

    /** Closes all that is open, and once in a life what earlier lives left open. */
    void closeAll(Delivery<?> delivery, Gap.How how, long fetched, long repaired)
            throws PxGridException, InterruptedException {
        Instant now = clock.instant();
        delivery.run(() -> {
            synchronized (this) {
                tell();
                while (!open.isEmpty()) {
                    Gap gap = open.get(0);
                    listener.onGapClosed(new Gap.Closure(gap.id(), topic, now, how, fetched, repaired));
                    open.remove(0);
                }
                if (!earlierClosed) {
                    listener.onEarlierGapsClosed(topic, now, how);
                    earlierClosed = true;
                }
            }
        });
    }
}
