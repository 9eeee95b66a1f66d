package clarion.ejb.connectors.leadership;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.PlainConnections;
import clarion.pxgrid.ConnectorCandidate;
import clarion.pxgrid.PxGridConnector;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands for election once a second, for as long as the process runs, over a connection that is no pool's: the lock
 * lives and dies with its session.
 *
 * <p>The server ends that session when it hears nothing for {@value #IDLE_MILLIS} ms. So a process that is paused or
 * cut off loses the lock without its help, and another one leads within seconds. A process that loses only its session
 * keeps its connection to ISE and tries to get the lock back: as long as no other has begun a term, nothing was missed.
 */
final class Election implements Runnable {

    /** How long the server waits for a sign of life. */
    static final int IDLE_MILLIS = 6_000;

    private static final System.Logger LOG = ContextLogger.of(Election.class);

    private static final long ROUND_MILLIS = 1_000;
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);

    /** How long transactions of an earlier leader may take to their end before they are ended. */
    private static final String FENCE_PATIENCE = "set lock_timeout = '1s'";

    private static final int FENCE_TRIES = 3;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final PlainConnections connections;
    private final DatabaseReadiness readiness;
    private final ConnectorCandidate connector;
    private final PxGridConnector control;
    private final Candidate candidate;
    private final Fence fence;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private @Nullable Connection session;
    private boolean locked;
    private @Nullable Long epoch;
    private @Nullable Instant wantedAt;
    private @Nullable Instant told;

    Election(
            PlainConnections connections,
            DatabaseReadiness readiness,
            ConnectorCandidate connector,
            PxGridConnector control,
            Candidate candidate,
            Fence fence,
            Clock clock) {
        this.connections = connections;
        this.readiness = readiness;
        this.connector = connector;
        this.control = control;
        this.candidate = candidate;
        this.fence = fence;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            do {
                round();
            } while (!stopped.await(ROUND_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
            ended.countDown();
        }
    }

    /** Ends the candidacy; another process can lead as soon as this returns. */
    void stop() throws InterruptedException {
        stopped.countDown();
        var unused = ended.await(ANSWER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void round() {
        try {
            if (!connector.isConfigured()) {
                resign("This process has no controller to connect to.");
                hangUp();
            } else if (!readiness.isReady()) {
                connector.standBy(readiness.problem().orElse("The database is not ready."), true);
            } else {
                stand();
            }
        } catch (SQLException e) {
            hangUp();
            LOG.log(
                    epoch == null ? DEBUG : WARNING,
                    "event=leader-session-lost term={0} cause=\"{1}\"",
                    epoch,
                    e.getMessage());
            if (epoch == null) {
                connector.standBy("The database does not answer, so no process can be chosen to lead.", true);
            }
        } catch (RuntimeException e) {
            LOG.log(WARNING, "CLARION-PXG-099 event=election-failed", e);
            hangUp();
        }
    }

    private void stand() throws SQLException {
        Connection connection = session();
        tell(connection);
        boolean won = locked || AdvisoryLock.LEADER.tryForSession(connection);
        Term term = new TermTable(connection).read();
        if (epoch != null && epoch != term.epoch()) {
            locked = won;
            resign(leader(term));
        } else if (!won) {
            if (epoch == null) {
                connector.standBy(leader(term), false);
            } // else nobody has begun a term: the lock is still with a session of ours that the server has yet to end
        } else if (epoch == null) {
            locked = true;
            begin(connection);
        } else {
            if (!locked) {
                LOG.log(INFO, "event=lead-again term={0}: no other process led in between", epoch);
            }
            locked = true;
            follow(term);
        }
    }

    private Connection session() throws SQLException {
        if (session == null) {
            Connection opened = connections.open("clarion-leader", ANSWER_PATIENCE);
            session = opened;
            try (Statement statement = opened.createStatement()) {
                statement.execute("set idle_session_timeout = " + IDLE_MILLIS);
                statement.execute(FENCE_PATIENCE);
            }
        }
        return session;
    }

    private void tell(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (told == null || !now.isBefore(told.plusSeconds(MemberTable.TOLD_EVERY_SECONDS)) || now.isBefore(told)) {
            new MemberTable(connection).tell(candidate);
            told = now;
        }
    }

    /** With the lock in hand: ends what the leader before may still be writing, then leads. */
    private void begin(Connection connection) throws SQLException {
        for (int tries = 1; ; tries++) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(AdvisoryLock.FENCE.aloneForTransaction());
                TermTable table = new TermTable(connection);
                long begun = table.begin(candidate, clock.instant());
                Term term = table.read();
                connection.commit();
                LOG.log(INFO, "event=lead term={0} name={1}", begun, candidate.name());
                fence.open(begun);
                epoch = begun;
                wantedAt = term.startedChangedAt();
                connector.lead(term.started());
                return;
            } catch (SQLException e) {
                connection.rollback();
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || tries == FENCE_TRIES) {
                    throw e;
                }
                int count = AdvisoryLock.FENCE.endHolders(connection);
                LOG.log(WARNING, "event=earlier-leader-ended transactions={0}", count);
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Does what an operator asked for at another process. */
    private void follow(Term term) {
        if (!Objects.equals(wantedAt, term.startedChangedAt())) {
            wantedAt = term.startedChangedAt();
            if (term.started()) {
                control.start();
            } else {
                control.stop();
            }
        }
    }

    private void resign(String why) {
        if (epoch != null) {
            LOG.log(WARNING, "CLARION-PXG-061 event=leadership-lost term={0} why=\"{1}\"", epoch, why);
        }
        fence.close();
        epoch = null;
        connector.standBy(why, false);
    }

    private static String leader(Term term) {
        return term.holder() == null
                ? "No process leads yet."
                : term.holder() + " leads since " + term.since() + " (term " + term.epoch() + ").";
    }

    private void leave() {
        fence.close();
        epoch = null;
        Connection connection = session;
        if (connection != null) {
            try {
                new MemberTable(connection).leave(candidate);
            } catch (SQLException e) {
                LOG.log(DEBUG, "event=leave-failed", e);
            }
        }
        hangUp();
    }

    private void hangUp() {
        Connection connection = session;
        session = null;
        locked = false;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.log(DEBUG, "event=hang-up-failed", e);
            }
        }
    }
}
