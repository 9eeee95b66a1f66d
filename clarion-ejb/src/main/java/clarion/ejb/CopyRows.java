package clarion.ejb;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Inserts rows by {@code COPY}, in the caller's transaction: the cheapest way for PostgreSQL to take many. Text format,
 * PostgreSQL documentation, "COPY", section "Text Format".
 *
 * @param <R> what a row is made from
 */
public final class CopyRows<R> {

    private record Column<R>(String name, Function<? super R, ? extends @Nullable Object> value) {}

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
     * @param value as PostgreSQL reads it
     */
    public CopyRows<R> column(String name, Function<? super R, ? extends @Nullable Object> value) {
        columns.add(new Column<>(name, value));
        return this;
    }

    /** Inserts the rows, in order; none if there are none. */
    public void insert(Connection connection, List<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = columns.stream().map(Column::name).toList();
        String sql = "COPY " + table + " (" + String.join(", ", names) + ") FROM STDIN";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(text(rows)));
        } catch (IOException e) {
            throw new SQLException("the connection broke off during a COPY", "08006", e);
        }
    }

    private String text(List<R> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 512);
        for (R row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    text.append('\t');
                }
                append(text, columns.get(i).value().apply(row));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            escape(text, string);
        } else if (value instanceof Instant time) {
            SqlTime.append(text, time);
        } else {
            text.append(value); // numbers and truth values: nothing to escape
        }
    }

    private static void escape(StringBuilder text, String string) {
        int plain = 0; // where what needs no escape begins
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                text.append(string, plain, i).append('\\').append(letter(c));
                plain = i + 1;
            }
        }
        text.append(string, plain, string.length());
    }

    private static char letter(char escaped) {
        return switch (escaped) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> escaped;
        };
    }
}
