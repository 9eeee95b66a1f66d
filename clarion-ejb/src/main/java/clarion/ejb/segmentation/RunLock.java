package clarion.ejb.segmentation;

import clarion.ejb.PlainConnections;
import clarion.ejb.connectors.leadership.AdvisoryLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** The right to group endpoints, held by a session of its own: it ends with the process, however that ends. */
final class RunLock implements AutoCloseable {

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    private final Connection session;

    private RunLock(Connection session) {
        this.session = session;
    }

    /** Takes it if nobody has it. */
    static Optional<RunLock> tryToTake(PlainConnections connections) throws SQLException {
        Connection session = connections.open("clarion-segmentation", ANSWER_PATIENCE);
        boolean taken = false;
        try (Statement statement = session.createStatement()) {
            statement.execute("set idle_session_timeout = " + LONGEST_STEP.toMillis());
            taken = AdvisoryLock.SEGMENTATION.tryForSession(session);
        } finally {
            if (!taken) {
                session.close();
            }
        }
        return taken ? Optional.of(new RunLock(session)) : Optional.empty();
    }

    /** Fails if it is lost: somebody else may be at it. */
    void require() throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("select 1");
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            return; // it is gone, and the lock with it
        }
    }
}
