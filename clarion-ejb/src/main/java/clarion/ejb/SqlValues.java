package clarion.ejb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ResultSet} has no method of its own for.
 *
 * <p>Not through {@code getObject(int, Class)}: Payara's pool searches the driver's methods by reflection each time it
 * is called, which was a quarter of what ingest did in Java.
 */
public final class SqlValues {

    private SqlValues() {}

    /** A {@code timestamptz} that is never NULL. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    /** A {@code timestamptz}. */
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** An integer of at most 64 bits. */
    public static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** An integer of at most 32 bits. */
    public static @Nullable Integer integerOrNull(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
