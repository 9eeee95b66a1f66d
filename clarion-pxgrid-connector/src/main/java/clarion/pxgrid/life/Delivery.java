package clarion.pxgrid.life;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Origin;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.control.StoppedException;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Hands reports to the listener so that none is lost: a batch that fails is given once more, then in halves down to the
 * record at fault, which is set aside.
 *
 * <p>When the listener says so, or cannot even say its saved position, the database is away: then nothing is set aside,
 * the batch is held, and it is given again until it is taken, the operator stops the connector, or the stream has
 * ended, whose events since the saved position are fetched anew after the reconnect.
 */
final class Delivery {

    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PxGridListener listener;
    private final String source;
    private final StatusBoard board;
    private final StopSignal stop;
    private final Clock clock;
    private final Checkpoint stillWorthIt;

    /** Throws when there is no point in going on. */
    @FunctionalInterface
    interface Checkpoint {
        void check() throws PxGridException, StoppedException;
    }

    Delivery(
            PxGridListener listener,
            String source,
            StatusBoard board,
            StopSignal stop,
            Clock clock,
            Checkpoint stillWorthIt) {
        this.listener = listener;
        this.source = source;
        this.board = board;
        this.stop = stop;
        this.clock = clock;
        this.stillWorthIt = stillWorthIt;
    }

    /**
     * Delivers events.
     *
     * @param before position saved with all but the last part, if the batch must be split
     * @param after position saved with the last part
     */
    void events(
            Origin origin, List<SessionReport> reports, TopicPosition before, TopicPosition after, Instant receivedAt)
            throws PxGridException, InterruptedException {
        if (reports.isEmpty()) {
            return;
        }
        split(
                reports,
                true,
                receivedAt,
                (part, last) -> listener.onSessions(new SessionBatch(origin, part, last ? after : before, receivedAt)));
        Instant newest = reports.stream()
                .map(SessionReport::timestamp)
                .max(Instant::compareTo)
                .orElseThrow();
        board.committed(newest, receivedAt);
    }

    /** Delivers a page of a bulk download. */
    void page(Snapshot snapshot, List<SessionReport> reports) throws PxGridException, InterruptedException {
        if (!reports.isEmpty()) {
            split(
                    reports,
                    true,
                    clock.instant(),
                    (part, last) -> listener.onSnapshotPage(new SnapshotPage(snapshot, part)));
        }
    }

    SnapshotOutcome complete(Snapshot snapshot) throws PxGridException, InterruptedException {
        return persistently(clock.instant(), () -> listener.onSnapshotComplete(snapshot));
    }

    /** Sets messages aside. */
    void quarantine(List<QuarantinedMessage> messages) throws PxGridException, InterruptedException {
        for (QuarantinedMessage message : messages) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "CLARION-PXG-050 event=quarantined topic={0} reason=\"{1}\"",
                    message.source(),
                    message.reason());
            persistently(clock.instant(), () -> {
                listener.onQuarantined(message);
                return true;
            });
            board.setAside(1);
        }
    }

    private void split(
            List<SessionReport> reports,
            boolean last,
            Instant receivedAt,
            BiFunction<List<SessionReport>, Boolean, BatchOutcome> call)
            throws PxGridException, InterruptedException {
        RuntimeException refusal;
        try {
            board.applied(twice(receivedAt, () -> call.apply(reports, last)));
            return;
        } catch (RefusedException e) {
            refusal = e.reason();
        }
        if (reports.size() > 1) {
            int half = reports.size() / 2;
            split(reports.subList(0, half), false, receivedAt, call);
            split(reports.subList(half, reports.size()), last, receivedAt, call);
            return;
        }
        quarantine(List.of(new QuarantinedMessage(
                Topic.SESSIONS,
                source,
                receivedAt,
                "could not be stored: " + Causes.deepest(refusal),
                reports.get(0).toString())));
    }

    /** Calls until the listener takes it. */
    private <T> T persistently(Instant since, Supplier<T> call) throws PxGridException, InterruptedException {
        try {
            return twice(since, call);
        } catch (RefusedException e) {
            throw new PxGridException(
                    Fault.INTERNAL, "Clarion could not store what ISE sent: " + Causes.deepest(e.reason()) + ".", e);
        }
    }

    /** Calls, and once more if that fails; while the database is away, again and again. */
    private <T> T twice(Instant since, Supplier<T> call)
            throws RefusedException, PxGridException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        boolean troubled = false;
        int refusals = 0;
        while (true) {
            try {
                T result = call.get();
                if (troubled) {
                    board.recovered();
                }
                return result;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "event=delivery-failed", e);
                if (!saysDatabaseAway(e) && isDatabaseThere()) {
                    if (++refusals == 2) {
                        throw new RefusedException(e);
                    }
                    continue;
                }
                refusals = 0;
                troubled = true;
                board.troubled(databaseAway(e), since);
            }
            if (stop.await(pause)) {
                throw new StoppedException();
            }
            stillWorthIt.check();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean saysDatabaseAway(RuntimeException thrown) {
        return thrown instanceof ClarionException known && known.type() == ProblemType.DATABASE_UNAVAILABLE;
    }

    private boolean isDatabaseThere() {
        try {
            var unused = listener.savedPosition(Topic.SESSIONS);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    static PxGridException databaseAway(RuntimeException cause) {
        return new PxGridException(
                Fault.DATABASE_AWAY,
                "The database does not take what ISE sends: " + Causes.deepest(cause) + ".",
                cause);
    }
}
