package clarion.ejb.topics;

import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Bulk downloads of all topics and what they found, over one connection and in the caller's transaction. A completed
 * one is remembered, so that completing it again changes nothing.
 */
public final class ReconcileTable {

    private static final String NOTE = """
            insert into topic_reconcile as r (id, topic, reason, started_at, seen, missing, different)
            values (?::uuid, ?, ?, ?::timestamptz, ?, ?, ?)
            on conflict (id) do update set seen = r.seen + excluded.seen, missing = r.missing + excluded.missing,
                different = r.different + excluded.different
            returning r.seen""";

    private static final String COMPLETE = """
            update topic_reconcile s set completed_at = ?::timestamptz
            where s.id = ?::uuid and s.completed_at is null and not exists (
                select 1 from topic_reconcile later where later.topic = s.topic and later.started_at > s.started_at
                    and later.completed_at is not null)""";

    private static final String OUTCOME = """
            update topic_reconcile set closed = closed + ? where id = ?::uuid
            returning seen, missing, different, closed""";

    private final Connection connection;

    public ReconcileTable(Connection connection) {
        this.connection = connection;
    }

    /** Adds to what a download found; the first call makes it known. Returns how many it has named so far. */
    public long note(Snapshot snapshot, long seen, long missing, long different) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setString(1, snapshot.id().toString());
            note.setString(2, snapshot.topic().id());
            note.setString(3, snapshot.reason().name());
            note.setString(4, snapshot.startedAt().toString());
            note.setLong(5, seen);
            note.setLong(6, missing);
            note.setLong(7, different);
            try (ResultSet noted = note.executeQuery()) {
                noted.next();
                return noted.getLong(1);
            }
        }
    }

    /** Ends a download that was noted; false if it had ended before, or a later one of its topic has. */
    public boolean complete(Snapshot snapshot, Instant now) throws SQLException {
        try (PreparedStatement complete = connection.prepareStatement(COMPLETE)) {
            complete.setString(1, now.toString());
            complete.setString(2, snapshot.id().toString());
            return complete.executeUpdate() == 1;
        }
    }

    /** What a download found, with further things that it closed. */
    public SnapshotOutcome outcome(Snapshot snapshot, long closed) throws SQLException {
        try (PreparedStatement outcome = connection.prepareStatement(OUTCOME)) {
            outcome.setLong(1, closed);
            outcome.setString(2, snapshot.id().toString());
            try (ResultSet result = outcome.executeQuery()) {
                result.next();
                return new SnapshotOutcome(result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4));
            }
        }
    }
}
