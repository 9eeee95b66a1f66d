package clarion.ejb.segmentation;

import clarion.ejb.DatabaseText;
import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs, over one connection and in the caller's transaction. */
final class SegmentRunTable {

    /** What a run is about. */
    public record Plan(String reason, String account, Instant from, Instant to, long seed, String version) {}

    /** How much a run found. */
    public record Counts(
            long endpoints,
            long silent,
            long unidentified,
            long conversations,
            long edges,
            long clusters,
            long review) {}

    private final Connection connection;

    SegmentRunTable(Connection connection) {
        this.connection = connection;
    }

    long insert(Plan plan, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segment_run (state, step, reason, account, created_at, from_at, to_at, seed, version) values"
                        + " ('RUNNING', 'READING', ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?) returning id")) {
            insert.setString(1, plan.reason());
            insert.setString(2, plan.account());
            insert.setString(3, now.toString());
            insert.setString(4, plan.from().toString());
            insert.setString(5, plan.to().toString());
            insert.setLong(6, plan.seed());
            insert.setString(7, plan.version());
            return number(insert);
        }
    }

    /** Says how far a run is; false if it is no longer under way. */
    boolean note(long id, String step, int percent) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segment_run set step = ?, percent = ? where id = ? and state = 'RUNNING'")) {
            update.setString(1, step);
            update.setInt(2, percent);
            update.setLong(3, id);
            return update.executeUpdate() == 1;
        }
    }

    /** Says that it is done, and puts its results in force. */
    void complete(long id, Counts counts, @Nullable String detail, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segment_run set state = 'DONE', step = 'STORING', percent = 100, ended_at = ?::timestamptz, detail = ?,"
                        + " stored = true, endpoints = ?, silent = ?, unidentified = ?, conversations = ?, edges = ?,"
                        + " clusters = ?, review = ? where id = ? and state = 'RUNNING'")) {
            update.setString(1, now.toString());
            update.setString(2, detail == null ? null : DatabaseText.text(detail));
            update.setLong(3, counts.endpoints());
            update.setLong(4, counts.silent());
            update.setLong(5, counts.unidentified());
            update.setLong(6, counts.conversations());
            update.setLong(7, counts.edges());
            update.setLong(8, counts.clusters());
            update.setLong(9, counts.review());
            update.setLong(10, id);
            if (update.executeUpdate() != 1) {
                throw new SQLException("run " + id + " was given up before it ended; start another");
            }
        }
        try (PreparedStatement force = connection.prepareStatement("update segment_state set run = ?")) {
            force.setLong(1, id);
            force.executeUpdate();
        }
    }

    void fail(long id, String why, Instant now) throws SQLException {
        end("id = " + id, "FAILED", why, now);
    }

    /** Says of every run under way that it was interrupted; the caller knows that none is. */
    int interrupt(Instant now) throws SQLException {
        return end(
                "true",
                "INTERRUPTED",
                "The process that computed it ended. The results before stay in force; start another run.",
                now);
    }

    private int end(String which, String state, String why, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segment_run set state = ?, detail = ?, ended_at = ?::timestamptz where state = 'RUNNING' and "
                        + which)) {
            update.setString(1, state);
            update.setString(2, DatabaseText.text(why));
            update.setString(3, now.toString());
            return update.executeUpdate();
        }
    }

    /** Whether a run was begun by the clock a short while ago, by whatever process. */
    boolean ranByTheClockSince(Instant time) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from segment_run where reason = 'SCHEDULE' and created_at >= ?::timestamptz")) {
            select.setString(1, time.toString());
            return number(select) > 0;
        }
    }

    /** The run in force, or null, locked until the end of the transaction against who changes results. */
    @Nullable
    Long lockInForce() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select run from segment_state for no key update");
                ResultSet row = select.executeQuery()) {
            row.next();
            return SqlValues.longOrNull(row, 1);
        }
    }

    /** Forgets the members of all but the newest finished runs; how many runs lost them. */
    int forget(int keep) throws SQLException {
        String old = "(select id from segment_run where stored and id not in (select id from segment_run where stored"
                + " order by id desc limit " + keep + ") and id <> (select coalesce(run, 0) from segment_state))";
        try (PreparedStatement members = connection.prepareStatement("delete from segment_member where run in " + old);
                PreparedStatement results =
                        connection.prepareStatement("delete from segment_result where run in " + old);
                PreparedStatement runs =
                        connection.prepareStatement("update segment_run set stored = false where id in " + old)) {
            members.executeUpdate();
            results.executeUpdate();
            return runs.executeUpdate();
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs of two processes by the same clock are one. */
    static final Duration SAME_TIME = Duration.ofHours(1);
}
