package clarion.ejb.queue;

import clarion.ejb.SqlValues;
import clarion.pxgrid.BatchOutcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replays that were asked for, over one connection and in the caller's transaction. */
final class ReplayTable {

    private static final String COLUMNS = """
            select id, from_at, requested_at, requested_by, stream, stream_offset, until_offset, started_at,
                completed_at, entries, applied, duplicates, superseded from queue_replay\s""";

    private static final int LATEST = 100;

    private final Connection connection;

    ReplayTable(Connection connection) {
        this.connection = connection;
    }

    void add(UUID id, Instant from, Instant now, String requestedBy) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into queue_replay (id, from_at, requested_at, requested_by)
                values (?::uuid, ?::timestamptz, ?::timestamptz, ?)""")) {
            insert.setString(1, id.toString());
            insert.setString(2, from.toString());
            insert.setString(3, now.toString());
            insert.setString(4, requestedBy);
            insert.executeUpdate();
        }
    }

    /** The latest ones, the newest first. */
    List<Replay> latest() throws SQLException {
        return read(COLUMNS + "order by requested_at desc, id limit " + LATEST);
    }

    /** The one to do next: the oldest that has not ended. */
    Optional<Replay> open() throws SQLException {
        return read(COLUMNS + "where completed_at is null order by requested_at, id limit 1").stream()
                .findFirst();
    }

    void begin(UUID id, @Nullable String stream, long until, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update queue_replay set stream = ?, until_offset = ?, started_at = ?::timestamptz
                where id = ?::uuid and started_at is null""")) {
            update.setString(1, stream);
            update.setLong(2, until);
            update.setString(3, now.toString());
            update.setString(4, id.toString());
            update.executeUpdate();
        }
    }

    /** Counts an entry; false if another process was faster. */
    boolean pass(UUID id, long offset, BatchOutcome outcome, boolean counts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update queue_replay set stream_offset = ?, entries = entries + ?, applied = applied + ?,
                    duplicates = duplicates + ?, superseded = superseded + ?
                where id = ?::uuid and completed_at is null and coalesce(stream_offset, -1) < ?""")) {
            update.setLong(1, offset);
            update.setInt(2, counts ? 1 : 0);
            update.setLong(3, outcome.applied());
            update.setLong(4, outcome.duplicates());
            update.setLong(5, outcome.superseded());
            update.setString(6, id.toString());
            update.setLong(7, offset);
            return update.executeUpdate() == 1;
        }
    }

    void complete(UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update queue_replay set completed_at = ?::timestamptz where id = ?::uuid and completed_at is null")) {
            update.setString(1, now.toString());
            update.setString(2, id.toString());
            update.executeUpdate();
        }
    }

    private List<Replay> read(String query) throws SQLException {
        List<Replay> replays = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                replays.add(new Replay(
                        UUID.fromString(row.getString(1)),
                        SqlValues.instant(row, 2),
                        SqlValues.instant(row, 3),
                        Objects.requireNonNull(row.getString(4)),
                        row.getString(5),
                        SqlValues.longOrNull(row, 6),
                        SqlValues.longOrNull(row, 7),
                        SqlValues.instantOrNull(row, 8),
                        SqlValues.instantOrNull(row, 9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13)));
            }
        }
        return replays;
    }
}
