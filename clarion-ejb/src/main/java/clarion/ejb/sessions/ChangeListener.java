package clarion.ejb.sessions;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.PlainConnections;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what batches did, over a connection of its own. When that breaks, it makes another one, and says that something
 * may have been missed meanwhile.
 */
final class ChangeListener implements Runnable {

    private static final System.Logger LOG = ContextLogger.of(ChangeListener.class);

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final int LISTEN_MILLIS = 1_000;
    private static final int ROUNDS_PER_CHECK = 2;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final PlainConnections connections;
    private final Consumer<SessionsChanged> heard;
    private final Runnable missed;
    private final Runnable silent;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Connection session;

    /**
     * @param heard called for each batch
     * @param missed called once it hears again after it did not
     * @param silent called when the database, to which it was connected, leaves a question unanswered
     */
    ChangeListener(PlainConnections connections, Consumer<SessionsChanged> heard, Runnable missed, Runnable silent) {
        this.connections = connections;
        this.heard = heard;
        this.missed = missed;
        this.silent = silent;
    }

    @Override
    public void run() {
        boolean again = false;
        long pause = FIRST_PAUSE_MILLIS;
        try {
            do {
                try (Connection connection = connections.open("clarion-events", ANSWER_PATIENCE);
                        Statement statement = connection.createStatement()) {
                    session = connection;
                    statement.execute("listen " + ChangeNotice.CHANNEL);
                    LOG.log(again ? INFO : DEBUG, "event=hearing-changes again={0}", again);
                    if (again) {
                        missed.run();
                    }
                    again = true;
                    pause = FIRST_PAUSE_MILLIS;
                    listen(connection, statement);
                } catch (SQLException e) {
                    if (stopped.getCount() > 0) {
                        LOG.log(again ? WARNING : DEBUG, "event=not-hearing-changes cause=\"{0}\"", e.getMessage());
                        again = true;
                        if (session != null && e.getCause() instanceof SocketTimeoutException) {
                            silent.run();
                        }
                    }
                }
                session = null;
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            } while (!stopped.await(pause, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void listen(Connection connection, Statement statement) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (int round = 1; stopped.getCount() > 0; round++) {
            PGNotification[] notifications = postgres.getNotifications(LISTEN_MILLIS);
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    tell(notification.getParameter());
                }
            }
            if (round % ROUNDS_PER_CHECK == 0) {
                statement.execute("select 1"); // a peer that is gone answers nothing
            }
        }
    }

    private void tell(String words) {
        try {
            ChangeNotice.read(words).ifPresentOrElse(heard, missed);
        } catch (RuntimeException e) {
            LOG.log(WARNING, "CLARION-WEB-003 event=change-not-told", e);
        }
    }

    /** Ends it and waits for a moment. */
    void stop() throws InterruptedException {
        stopped.countDown();
        Connection open = session;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(DEBUG, "event=hang-up-failed", e);
            }
        }
        var unused = ended.await(ANSWER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
