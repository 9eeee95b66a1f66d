package clarion.ejb;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
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
     * @param value as PostgreSQL reads it; octets for {@code bytea}
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
        } else if (value instanceof byte[] octets) {
            text.append("\\\\x").append(HexFormat.of().formatHex(octets));
        } else if (value instanceof String string) {
            escape(text, string);
        } else {
            text.append(value); // numbers, truth values, instants: nothing to escape
        }
    }

    private static void escape(StringBuilder text, String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
