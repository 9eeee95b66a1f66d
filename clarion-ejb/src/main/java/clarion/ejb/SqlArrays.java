package clarion.ejb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds whole columns as array parameters, for statements that {@code unnest} them: one round trip for any number of
 * rows, and the statement's text is always the same.
 */
public final class SqlArrays {

    private final PreparedStatement statement;
    private final Connection connection;
    private int index;

    public SqlArrays(PreparedStatement statement) throws SQLException {
        this(statement, 0);
    }

    /** For statements whose first parameters are bound already. */
    public SqlArrays(PreparedStatement statement, int bound) throws SQLException {
        this.statement = statement;
        this.connection = statement.getConnection();
        this.index = bound;
    }

    /**
     * Binds the next parameter.
     *
     * @param type PostgreSQL's name of the element type
     * @param rows one element each
     * @param column an element as PostgreSQL reads it; instants are given as they are
     */
    public <R> SqlArrays add(String type, List<R> rows, Function<? super R, ? extends @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(rows.get(i));
            values[i] = value instanceof Instant instant ? SqlTime.text(instant) : value;
        }
        statement.setArray(++index, connection.createArrayOf(type, values));
        return this;
    }
}
