package clarion.pxgrid.life;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.logging.ContextLogger;
import clarion.domain.logging.LogContext;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Origin;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.control.StoppedException;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Hands a topic's elements to the listener so that none is lost: a batch that fails is given once more, then in halves
 * down to the record at fault, which is set aside.
 *
 * <p>When the listener says so, or cannot even say its saved position, the database is away: then nothing is set aside,
 * the batch is held, and it is given again until it is taken, the operator stops the connector, or the stream has
 * ended, whose events since the saved position are fetched anew after the reconnect.
 */
final class Delivery<E> {

    private static final System.Logger LOG = ContextLogger.of(Delivery.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PxGridListener listener;
    private final Target<E> target;
    private final String source;
    private final StatusBoard board;
    private final StopSignal stop;
    private final Clock clock;
    private final Checkpoint stillWorthIt;

    /** Throws when there is no point in going on. */
    @FunctionalInterface
    interface Checkpoint {
        void check() throws PxGridException, InterruptedException;
    }

    Delivery(
            PxGridListener listener,
            Target<E> target,
            String source,
            StatusBoard board,
            StopSignal stop,
            Clock clock,
            Checkpoint stillWorthIt) {
        this.listener = listener;
        this.target = target;
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
     * @return how many of them changed something
     */
    long events(Origin origin, List<E> elements, TopicPosition before, TopicPosition after, Instant receivedAt)
            throws PxGridException, InterruptedException {
        if (elements.isEmpty()) {
            return 0;
        }
        long applied = batch(
                elements, receivedAt, (part, last) -> target.events(origin, part, last ? after : before, receivedAt));
        Instant newest = elements.stream()
                .map(target::timeOf)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        board.committed(target.topic(), newest, receivedAt);
        return applied;
    }

    /** Delivers a page of a bulk download; returns how many of its elements changed something. */
    long page(Snapshot snapshot, List<E> elements) throws PxGridException, InterruptedException {
        return elements.isEmpty() ? 0 : batch(elements, clock.instant(), (part, last) -> target.page(snapshot, part));
    }

    SnapshotOutcome complete(Snapshot snapshot) throws PxGridException, InterruptedException {
        return persistently(() -> target.complete(snapshot));
    }

    /** The position that the listener has; none if nothing was ever saved. */
    TopicPosition savedPosition() throws PxGridException, InterruptedException {
        return persistently(() -> listener.savedPosition(target.topic()).orElse(TopicPosition.none(target.topic())));
    }

    void savePosition(TopicPosition position) throws PxGridException, InterruptedException {
        run(() -> listener.savePosition(position));
    }

    /** Has the listener note something; it does, sooner or later. */
    void run(Runnable call) throws PxGridException, InterruptedException {
        persistently(() -> {
            call.run();
            return true;
        });
    }

    /** Sets messages aside. */
    void quarantine(List<QuarantinedMessage> messages) throws PxGridException, InterruptedException {
        for (QuarantinedMessage message : messages) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "CLARION-PXG-050 event=quarantined topic={0} reason=\"{1}\"",
                    message.source(),
                    message.reason());
            run(() -> listener.onQuarantined(message));
            board.setAside(1);
        }
    }

    /** What is logged on the way, here and by the listener, carries the batch's id. */
    private long batch(List<E> elements, Instant receivedAt, BiFunction<List<E>, Boolean, BatchOutcome> call)
            throws PxGridException, InterruptedException {
        LogContext.Scope context = LogContext.beginBatch(target.topic().id());
        try {
            long begun = System.nanoTime();
            long applied = split(elements, true, receivedAt, call);
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "event=batch-stored records={0} applied={1} millis={2}",
                    elements.size(),
                    applied,
                    (System.nanoTime() - begun) / 1_000_000);
            return applied;
        } finally {
            context.end();
        }
    }

    private long split(
            List<E> elements, boolean last, Instant receivedAt, BiFunction<List<E>, Boolean, BatchOutcome> call)
            throws PxGridException, InterruptedException {
        RuntimeException refusal;
        try {
            BatchOutcome outcome = twice(receivedAt, () -> call.apply(elements, last));
            board.applied(outcome);
            return outcome.applied();
        } catch (RefusedException e) {
            refusal = e.reason();
        }
        if (elements.size() > 1) {
            int half = elements.size() / 2;
            return split(elements.subList(0, half), false, receivedAt, call)
                    + split(elements.subList(half, elements.size()), last, receivedAt, call);
        }
        quarantine(List.of(new QuarantinedMessage(
                target.topic(),
                source,
                receivedAt,
                "could not be stored: " + Causes.deepest(refusal),
                elements.get(0).toString())));
        return 0;
    }

    /** Calls until the listener takes it. */
    private <T> T persistently(Supplier<T> call) throws PxGridException, InterruptedException {
        try {
            return twice(clock.instant(), call);
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
                if (!saysToWait(e) && isDatabaseThere()) {
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

    /** No record is at fault: the database is away, or it is not for this process to store anything now. */
    private static boolean saysToWait(RuntimeException thrown) {
        return thrown instanceof ClarionException known
                && (known.type() == ProblemType.DATABASE_UNAVAILABLE
                        || known.type() == ProblemType.QUEUE_UNAVAILABLE
                        || known.type() == ProblemType.NOT_LEADING);
    }

    private boolean isDatabaseThere() {
        try {
            var unused = listener.savedPosition(target.topic());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    static PxGridException databaseAway(RuntimeException cause) {
        if (cause instanceof ClarionException known && known.type() == ProblemType.NOT_LEADING) {
            return new PxGridException(Fault.NOT_LEADING, String.valueOf(known.getMessage()), cause);
        }
        if (cause instanceof ClarionException known && known.type() == ProblemType.QUEUE_UNAVAILABLE) {
            return new PxGridException(
                    Fault.QUEUE_AWAY,
                    "The message queue does not take what ISE sends: " + Causes.deepest(cause) + ".",
                    cause);
        }
        return new PxGridException(
                Fault.DATABASE_AWAY,
                "The database does not take what ISE sends: " + Causes.deepest(cause) + ".",
                cause);
    }
}
