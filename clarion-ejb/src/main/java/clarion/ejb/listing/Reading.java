package clarion.ejb.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of {@link ListSql} gave.
 *
 * @param items the rows of the page
 * @param next the cursor of the next page, if there is one
 * @param total the number of matching rows, if the statement counts them, else 0
 */
record Reading<T>(List<T> items, Optional<String> next, long total) {

    static <T> Reading<T> of(
            Connection connection, ListQuery query, ListSql sql, Sql statement, Function<Row, T> mapper)
            throws SQLException {
        List<Column> columns = query.list().columns();
        List<T> items = new ArrayList<>();
        List<@Nullable String> keys = List.of();
        boolean more = false;
        long total = 0;
        try (PreparedStatement prepared = Lists.prepare(connection, statement);
                ResultSet rs = prepared.executeQuery()) {
            boolean counted = rs.getMetaData().getColumnCount() >= sql.totalIndex();
            while (!more && rs.next()) {
                total = counted ? rs.getLong(sql.totalIndex()) : 0;
                if (counted && rs.getObject(sql.uniqueIndex()) == null) {
                    break; // a number without a page
                }
                if (items.size() == query.limit()) {
                    more = true;
                } else {
                    items.add(mapper.apply(Row.read(columns, rs)));
                    keys = keys(query.order(), rs, columns.size() + 1);
                }
            }
        }
        return new Reading<>(items, more ? Optional.of(sql.cursorAfter(keys)) : Optional.empty(), total);
    }

    Page<T> page(Page.@Nullable Total counted) {
        return new Page<>(items, next, Optional.ofNullable(counted));
    }

    static List<@Nullable String> keys(List<SortKey> order, ResultSet rs, int first) throws SQLException {
        List<@Nullable String> keys = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            Object value = Row.scalar(order.get(i).column().type(), rs, first + i);
            keys.add(value == null ? null : value.toString());
        }
        return keys;
    }
}
