package clarion.ejb.queue;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.PlainConnections;
import clarion.ejb.connectors.leadership.AdvisoryLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The turn to store, as a lock of a session of its own; one that is silent for a while loses it. */
final class ConsumerTurn implements QueueConsumer.Turn {

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final int IDLE_MILLIS = 20_000;

    private final PlainConnections connections;
    private final DatabaseReadiness readiness;
    private @Nullable Connection session;
    private boolean locked;

    ConsumerTurn(PlainConnections connections, DatabaseReadiness readiness) {
        this.connections = connections;
        this.readiness = readiness;
    }

    @Override
    public boolean isOurs() throws SQLException {
        if (!readiness.isReady()) {
            throw new SQLException(readiness.problem().orElse("the database is not ready"));
        }
        try {
            Connection open = session == null ? open() : session;
            if (locked) {
                try (Statement alive = open.createStatement()) {
                    alive.execute("select 1");
                }
            } else {
                locked = AdvisoryLock.QUEUE_CONSUMER.tryForSession(open);
            }
            return locked;
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        Connection opened = connections.open("clarion-queue", ANSWER_PATIENCE);
        session = opened;
        try (Statement statement = opened.createStatement()) {
            statement.execute("set idle_session_timeout = " + IDLE_MILLIS);
        }
        return opened;
    }

    @Override
    public void close() {
        Connection open = session;
        session = null;
        locked = false;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                return; // it is gone, and the lock with it
            }
        }
    }
}
