package clarion.ejb.listing;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.ejb.SqlValues;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a list by column names, as the declaration types them. */
public final class Row {

    private final List<Column> columns;
    private final List<@Nullable Object> values;

    private Row(List<Column> columns, List<@Nullable Object> values) {
        this.columns = columns;
        this.values = values;
    }

    static Row read(List<Column> columns, ResultSet rs) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(columns.get(i), rs, i + 1));
        }
        return new Row(columns, values);
    }

    private static @Nullable Object value(Column column, ResultSet rs, int i) throws SQLException {
        if (column.many()) {
            Array array = rs.getArray(i);
            return array == null ? List.of() : strings((Object[]) array.getArray());
        }
        return scalar(column.type(), rs, i);
    }

    /** A value as Long, Boolean, Instant or String, or null. */
    static @Nullable Object scalar(ColumnType type, ResultSet rs, int i) throws SQLException {
        Object value = switch (type) {
            case INTEGER -> rs.getLong(i);
            case BOOLEAN -> rs.getBoolean(i);
            case INSTANT -> SqlValues.instantOrNull(rs, i);
            case TEXT, MAC, IP -> rs.getString(i);
        };
        if (rs.wasNull()) {
            return null;
        }
        return value;
    }

    private static List<String> strings(Object[] elements) {
        List<String> strings = new ArrayList<>(elements.length);
        for (Object element : elements) {
            if (element != null) {
                strings.add(element.toString());
            }
        }
        return strings;
    }

    private @Nullable Object value(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }

    private <T> T required(@Nullable T value, String column) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is declared as never NULL");
        }
        return value;
    }

    public @Nullable String findText(String column) {
        return (String) value(column);
    }

    public String text(String column) {
        return required(findText(column), column);
    }

    public @Nullable MacAddress findMac(String column) {
        String text = findText(column);
        return text == null ? null : MacAddress.parse(text);
    }

    public @Nullable IpAddress findIp(String column) {
        String text = findText(column);
        return text == null ? null : IpAddress.parse(text);
    }

    public @Nullable Long findNumber(String column) {
        return (Long) value(column);
    }

    public long number(String column) {
        return required(findNumber(column), column);
    }

    public @Nullable Boolean findFlag(String column) {
        return (Boolean) value(column);
    }

    public boolean flag(String column) {
        return required(findFlag(column), column);
    }

    public @Nullable Instant findTime(String column) {
        return (Instant) value(column);
    }

    public Instant time(String column) {
        return required(findTime(column), column);
    }

    /** The elements of an array column; empty if there is none. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String column) {
        return (List<String>) required(value(column), column);
    }
}
