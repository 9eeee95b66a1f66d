package clarion.ejb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Inserts rows by {@code COPY}, in the caller's transaction: the cheapest way for PostgreSQL to take many. They are
 * sent while they are written, so that PostgreSQL stores the first of them meanwhile. Binary format, PostgreSQL
 * documentation, "COPY", section "Binary Format".
 *
 * @param <R> what a row is made from
 */
public final class CopyRows<R> {

    /** Octets that are sent at a time. */
    private static final int CHUNK = 64 * 1024;

    private record Column<R>(String name, CopyType type, Function<? super R, ? extends @Nullable Object> value) {}

    private final String table;
    private final List<Column<R>> columns = new ArrayList<>();

    /** @param table a trusted name */
    public CopyRows(String table) {
        this.table = table;
    }

    /**
     * Adds a column.
     *
     * @param name a trusted name
     * @param type PostgreSQL's name of the column's type, as in {@link CopyType}
     * @param value of the class that the type asks for, or null
     */
    public CopyRows<R> column(String name, String type, Function<? super R, ? extends @Nullable Object> value) {
        columns.add(new Column<>(name, CopyType.of(type), value));
        return this;
    }

    /** Inserts the rows, in order; none if there are none. */
    public void insert(Connection connection, List<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = columns.stream().map(Column::name).toList();
        String sql = "COPY " + table + " (" + String.join(", ", names) + ") FROM STDIN (FORMAT binary)";
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            send(copy, rows);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send(CopyIn copy, List<R> rows) throws SQLException {
        CopyBuffer buffer = new CopyBuffer(CHUNK + CHUNK / 4);
        buffer.head();
        for (R row : rows) {
            buffer.tuple(columns.size());
            for (Column<R> column : columns) {
                Object value = column.value().apply(row);
                if (value == null) {
                    buffer.absent();
                } else {
                    column.type().write(buffer, value);
                }
            }
            if (buffer.size() >= CHUNK) {
                buffer.sendTo(copy);
            }
        }
        buffer.end();
        buffer.sendTo(copy);
    }
}
