package clarion.ejb.queue;

import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row that says how far the stream is stored, over one connection and in the caller's transaction. */
public final class QueueProgressTable {

    private static final String READ = """
            select stream, stream_offset, term, sequence, refuse_below, published_at, stored_at, stored, repeated,
                refused from queue_progress""";

    private final Connection connection;

    public QueueProgressTable(Connection connection) {
        this.connection = connection;
    }

    Progress read() throws SQLException {
        return read(READ);
    }

    /** Reads it, and keeps others from storing until the transaction ends. */
    Progress lock() throws SQLException {
        return read(READ + " for update");
    }

    private Progress read(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("table queue_progress has lost its row; restore it from the backup");
            }
            return new Progress(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    SqlValues.instantOrNull(row, 6),
                    SqlValues.instantOrNull(row, 7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10));
        }
    }

    void save(Progress progress) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update queue_progress set stream = ?, stream_offset = ?, term = ?, sequence = ?,
                    published_at = ?::timestamptz, stored_at = ?::timestamptz, stored = ?, repeated = ?, refused = ?""")) {
            update.setString(1, progress.stream());
            update.setLong(2, progress.offset());
            update.setLong(3, progress.term());
            update.setLong(4, progress.sequence());
            update.setString(5, text(progress.publishedAt()));
            update.setString(6, text(progress.storedAt()));
            update.setLong(7, progress.stored());
            update.setLong(8, progress.repeated());
            update.setLong(9, progress.refused());
            update.executeUpdate();
        }
    }

    /** Remembers an entry that counts for nothing. */
    void refuse(String stream, long offset) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into queue_refused (stream, stream_offset) values (?, ?) on conflict do nothing")) {
            insert.setString(1, stream);
            insert.setLong(2, offset);
            insert.executeUpdate();
        }
    }

    boolean isRefused(String stream, long offset) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from queue_refused where stream = ? and stream_offset = ?")) {
            select.setString(1, stream);
            select.setLong(2, offset);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * A leader of this term stores events without the queue: what earlier ones left in it is void from now on, for it
     * is fetched from ISE again.
     */
    public void passBy(long term) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update queue_progress set refuse_below = ? where refuse_below < ?")) {
            update.setLong(1, term);
            update.setLong(2, term);
            update.executeUpdate();
        }
    }

    /**
     * Has the next leader begin a term later than this one: the stream holds later terms than the database knows, as
     * after a restore, or with a new database.
     */
    void raiseTerm(long term) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update connector_term set epoch = ? where epoch < ?")) {
            update.setLong(1, term);
            update.setLong(2, term);
            update.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
