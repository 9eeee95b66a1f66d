package clarion.ejb.sessions;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.PlainConnections;
import clarion.ejb.jobs.JobBook;
import clarion.pxgrid.Topic;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;

/**
 * Builds the indexes that a first download put off, and vacuums and analyses what a download has just filled, without
 * waiting for autovacuum to notice: until then plans rest on the statistics of an empty table, and no index serves a
 * search by itself.
 */
@Singleton
public class SessionUpkeep {

    private static final String LAST_DOWNLOAD =
            "select coalesce(max(number), 0) from topic_reconcile where topic = ? and completed_at is not null";

    private static final String VACUUM =
            "vacuum (analyze, skip_locked) session, session_address, session_moved, device, device_moved,"
                    + " network_user, user_device";

    /** A first download that is under way: its next page is a matter of seconds, all of it of less than an hour. */
    private static final String STILL_LOADING = """
            select not exists (
                select 1 from topic_reconcile where topic = ? and completed_at is not null) and exists (
                select 1 from topic_ledger where topic = ? and last_received_at > ?::timestamptz - interval '1 minute')
                and exists (select 1 from topic_reconcile where topic = ?
                    and started_at > ?::timestamptz - interval '1 hour')""";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DatabaseWork database;
    private final PlainConnections connections;
    private final DatabaseReadiness readiness;
    private final JobBook jobs;
    private final Clock clock;
    private long download;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SessionUpkeep() {
        this(null, null, null, null, null);
    }

    @Inject
    public SessionUpkeep(
            DatabaseWork database,
            PlainConnections connections,
            DatabaseReadiness readiness,
            JobBook jobs,
            Clock clock) {
        this.database = database;
        this.connections = connections;
        this.readiness = readiness;
        this.jobs = jobs;
        this.clock = clock;
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // it may take longer than a transaction may
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void onTimer() {
        if (readiness.isReady()) {
            tend();
        }
    }

    /** Does it once for a download that ended; false if there is nothing to do. */
    boolean tend() {
        if (database.call(this::indexesWait)) {
            jobs.run("session-indexes", this::buildIndexes);
        }
        long last = database.call(SessionUpkeep::lastDownload);
        if (last == download) {
            return false;
        }
        jobs.run("session-upkeep", this::vacuum);
        download = last;
        return true;
    }

    private static long lastDownload(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_DOWNLOAD)) {
            select.setString(1, Topic.SESSIONS.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private boolean indexesWait(Connection connection) throws SQLException {
        if (!new DeferredIndexes(connection).isAny()) {
            return false;
        }
        String now = clock.instant().toString();
        try (PreparedStatement select = connection.prepareStatement(STILL_LOADING)) {
            select.setString(1, Topic.SESSIONS.id());
            select.setString(2, Topic.SESSIONS.id());
            select.setString(3, now);
            select.setString(4, Topic.SESSIONS.id());
            select.setString(5, now);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return !row.getBoolean(1);
            }
        }
    }

    /** One transaction each: events wait for one index at most, about a second for a million sessions. */
    private void buildIndexes() {
        try (Connection connection = connections.open("clarion-upkeep", PATIENCE)) {
            connection.setAutoCommit(false);
            DeferredIndexes indexes = new DeferredIndexes(connection);
            while (indexes.buildNext().isPresent()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new ClarionException(
                    ProblemType.INTERNAL, "the indexes of sessions could not be built (" + e.getMessage() + ")", e);
        }
    }

    /** On a connection of its own: VACUUM runs in no transaction, and a pool's connection may be in one. */
    private void vacuum() {
        try (Connection connection = connections.open("clarion-upkeep", PATIENCE);
                Statement statement = connection.createStatement()) {
            statement.execute(VACUUM);
        } catch (SQLException e) {
            throw new ClarionException(
                    ProblemType.INTERNAL, "the session tables could not be vacuumed (" + e.getMessage() + ")", e);
        }
    }
}
