package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.ConnectorStatus.Account;
import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.ConnectorStatus.ControllerStatus;
import clarion.pxgrid.ConnectorStatus.Counters;
import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.Controllers;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.stream.PubSubStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the connection, for all to read. The connection's thread writes; a read is a consistent snapshot.
 * Each change of state and each new problem is logged once.
 */
final class StatusBoard {

    private static final System.Logger LOG = ContextLogger.named("clarion.pxgrid.connector");

    private final Clock clock;
    private final TopicBoard topics;

    private Supplier<List<ControllerStatus>> controllers = List::of;
    private Supplier<@Nullable String> controller = () -> null;
    private BooleanSupplier reconciling = () -> false;
    private @Nullable Account account;
    private Life life;
    private @Nullable Problem problem;
    private @Nullable Instant staleSince;
    private @Nullable Instant latestLive;
    private @Nullable Instant lastEventAt;
    private @Nullable Instant lastReceivedAt;
    private @Nullable Long lagMillis;
    private Supplier<@Nullable Certificate> certificate = () -> null;
    private @Nullable PubSubStream stream;
    private IntSupplier queued = () -> 0;
    private long messages;
    private long events;
    private long applied;
    private long duplicates;
    private long superseded;
    private long quarantined;
    private long connections;

    StatusBoard(Clock clock) {
        this.clock = clock;
        this.topics = new TopicBoard(clock);
        this.life = new Life.Stopped(clock.instant());
    }

    /** How each topic stands. */
    TopicBoard topics() {
        return topics;
    }

    /** Where to read how the controllers do and whether a comparison is under way. */
    synchronized void watch(Controllers watched, Reconciliation reconciliation) {
        controllers = watched::status;
        controller = watched::inUse;
        reconciling = reconciliation::isRunning;
    }

    synchronized void account(Account latest) {
        account = latest;
    }

    /** Something did not end when it should have. */
    void overdue(String what) {
        LOG.log(System.Logger.Level.WARNING, "event=end-overdue what={0}", what);
    }

    synchronized Life life() {
        return life;
    }

    /** Moves on by one of the present state's transitions; anything else is a fault of this program. */
    synchronized <S extends Life> void move(Class<S> from, Function<S, Life> transition) {
        if (!from.isInstance(life)) {
            throw new IllegalStateException("no way from " + life + " that begins at " + from.getSimpleName());
        }
        Life before = life;
        life = transition.apply(from.cast(before));
        if (life instanceof Life.Live) {
            staleSince = null;
            problem = null;
            latestLive = life.since();
        } else if (life instanceof Life.Degraded) {
            latestLive = clock.instant(); // as good as it gets: the next connection need not wait longer for it
        } else if (before instanceof Life.Pending && life instanceof Life.LookingUp) {
            problem = null; // approved
        } else if (before instanceof Life.Live live && staleSince == null) {
            Instant heard = lastReceivedAt();
            staleSince = heard == null || heard.isBefore(live.since()) ? live.since() : heard;
        }
        if (life.problem() != null) {
            report(life.problem());
        }
        if (before.state() != life.state()) {
            LOG.log(
                    life instanceof Life.Waiting || life instanceof Life.Pending
                            ? System.Logger.Level.DEBUG
                            : System.Logger.Level.INFO,
                    "event=state from={0} to={1} node={2}",
                    before.state(),
                    life.state(),
                    Objects.requireNonNullElse(life.node(), "-"));
        }
    }

    /** Leaves {@link Life.Disabled}, if there. */
    synchronized void enable() {
        if (life instanceof Life.Disabled) {
            life = new Life.Stopped(clock.instant());
        }
        problem = null;
    }

    /** There is nothing to connect to. */
    synchronized void disable() {
        if (life instanceof Life.Stopped stopped) {
            life = stopped.disable(clock.instant());
        }
        problem = null;
        staleSince = null;
    }

    /**
     * This process does not lead, whatever it did before.
     *
     * @param fault what keeps any process from leading, or null
     */
    synchronized void standBy(String why, @Nullable PxGridException fault) {
        Instant now = clock.instant();
        Problem trouble = fault == null ? null : fault.problemAt(now);
        Life before = life;
        life = before instanceof Life.Standby standby
                ? standby.because(why, trouble, now)
                : new Life.Standby(now, why, trouble);
        if (trouble == null) {
            problem = null;
            staleSince = null;
        } else {
            report(trouble);
        }
        if (before.state() != life.state()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "event=state from={0} to={1} why=\"{2}\"",
                    before.state(),
                    life.state(),
                    why);
        }
    }

    /** This process leads from now on; whether it connects is another question. */
    synchronized void lead() {
        if (life instanceof Life.Standby standby) {
            life = standby.lead(clock.instant());
            problem = null;
        }
    }

    /** The end of a run, wherever it was; a problem that ended it stays to be seen. */
    synchronized void stopped(@Nullable PxGridException why) {
        problem = null;
        if (life instanceof Life.Running) {
            move(Life.Running.class, running -> running.stop(clock.instant()));
        }
        if (why != null) {
            report(why.problemAt(clock.instant()));
        }
    }

    /** True while there is a stream that would be lost. */
    synchronized boolean isConnected() {
        return stream != null;
    }

    /** True if all was well at some time since then. */
    synchronized boolean wasLiveSince(Instant then) {
        return latestLive != null && !latestLive.isBefore(then);
    }

    /** Shows a problem and logs it, unless the same is shown already. */
    private void report(Problem latest) {
        Problem shown = problem;
        boolean known = shown != null
                && shown.code().equals(latest.code())
                && shown.what().equals(latest.what());
        if (!known) {
            problem = latest;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} event=problem what=\"{1}\" action=\"{2}\"",
                    latest.code(),
                    latest.what(),
                    latest.action());
        }
    }

    /** A problem that does not end the connection. */
    synchronized void troubled(PxGridException fault, @Nullable Instant since) {
        report(fault.problemAt(clock.instant()));
        if (staleSince == null && since != null) {
            staleSince = since;
        }
    }

    /** The problem that did not end the connection is over. */
    synchronized void recovered() {
        problem = life.problem();
        if (life instanceof Life.Live) {
            staleSince = null;
        }
    }

    /** From when the stored picture is not known to be right, unless that is known to have begun earlier. */
    synchronized void staleSince(Instant since) {
        if (staleSince == null || since.isBefore(staleSince)) {
            staleSince = since;
        }
    }

    /** Where the certificate in use is to be asked for. */
    synchronized void certificate(Supplier<@Nullable Certificate> inUse) {
        certificate = inUse;
    }

    synchronized void streaming(PubSubStream opened, IntSupplier queueDepth) {
        stream = opened;
        queued = queueDepth;
        connections++;
    }

    synchronized void streamEnded() {
        lastReceivedAt = lastReceivedAt();
        stream = null;
        queued = () -> 0;
    }

    synchronized void received(int reports) {
        messages++;
        events += reports;
    }

    synchronized void setAside(int count) {
        quarantined += count;
    }

    synchronized void applied(BatchOutcome outcome) {
        applied += outcome.applied();
        duplicates += outcome.duplicates();
        superseded += outcome.superseded();
    }

    synchronized void committed(Topic topic, @Nullable Instant newestEvent, Instant receivedAt) {
        if (topic == Topic.SESSIONS
                && newestEvent != null
                && (lastEventAt == null || newestEvent.isAfter(lastEventAt))) {
            lastEventAt = newestEvent;
        }
        lagMillis = Math.max(0, Duration.between(receivedAt, clock.instant()).toMillis());
    }

    private @Nullable Instant lastReceivedAt() {
        PubSubStream open = stream;
        return open == null ? lastReceivedAt : open.lastReceivedAt();
    }

    synchronized ConnectorStatus status() {
        return new ConnectorStatus(
                life.state(),
                life.since(),
                staleSince,
                life.node(),
                problem,
                life.nextAttemptAt(),
                lastEventAt,
                lastReceivedAt(),
                lagMillis,
                new Counters(
                        messages,
                        events,
                        applied,
                        duplicates,
                        superseded,
                        quarantined,
                        Math.max(0, connections - 1),
                        queued.getAsInt()),
                certificate.get(),
                Why.of(life, problem, topics),
                controller.get(),
                controllers.get(),
                account,
                topics.list(),
                stream != null && reconciling.getAsBoolean());
    }
}
