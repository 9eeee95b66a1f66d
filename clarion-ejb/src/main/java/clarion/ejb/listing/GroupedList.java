package clarion.ejb.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list whose rows are groups of rows that match. Filters look at the rows within the groups; only measures and the
 * unique column can be sorted by. All SQL in it is trusted constant text.
 *
 * <p>The definition names the grouped relation {@code b}. Its columns that are {@link Column#measured} are aggregates
 * over that; all others are expressions of {@code b}'s key columns and of the definition's detail, which is joined for
 * a filter where needed and for the rows of the page always.
 *
 * @param definition whose detail joins by key columns of {@code b}
 * @param keys the key columns of {@code b}
 * @param carried further aggregates under the names of columns of {@code b}, for columns that are not measured: a
 *     filter looks at each row, what is shown is of the group
 * @param having what a group must meet, an aggregate condition; empty for nothing
 * @param arguments one for each {@code ?} in it
 */
public record GroupedList(
        ListDefinition definition, List<String> keys, String carried, String having, List<Object> arguments) {

    public GroupedList {
        keys = List.copyOf(keys);
        arguments = List.copyOf(arguments);
    }

    /** Every group. */
    public static GroupedList of(ListDefinition definition, String carried, String... keys) {
        return new GroupedList(definition, List.of(keys), carried, "", List.of());
    }

    /** Only groups that meet a condition. */
    public GroupedList having(String condition, Object... values) {
        return new GroupedList(definition, keys, carried, condition, List.of(values));
    }

    /** Reads a page over the connection of {@link Lists#read}. */
    public <T> Page<T> page(Connection connection, ListQuery query, Function<Row, T> mapper) throws SQLException {
        ListSql cursors = new ListSql(query);
        List<T> items = new ArrayList<>();
        List<@Nullable String> last = List.of();
        boolean more = false;
        long total = 0;
        int columns = definition.columns().size();
        try (PreparedStatement prepared = Lists.prepare(connection, sql(query, cursors));
                ResultSet rs = prepared.executeQuery()) {
            while (!more && rs.next()) {
                total = rs.getLong(columns + query.order().size() + 1);
                if (items.size() == query.limit()) {
                    more = true;
                } else {
                    items.add(mapper.apply(Row.read(definition.columns(), rs)));
                    last = Reading.keys(query.order(), rs, columns + 1);
                }
            }
        }
        return new Page<>(
                items,
                more ? Optional.of(cursors.cursorAfter(last)) : Optional.empty(),
                query.counted() ? Optional.of(new Page.Total(total, true)) : Optional.empty());
    }

    private Sql sql(ListQuery query, ListSql cursors) {
        Keyset keyset = new Keyset(query.order());
        IntFunction<String> order = i -> {
            Column column = query.order().get(i).column();
            return column.type().sortExpression(shown(column));
        };
        Sql sql = grouped(new Sql().add("WITH g AS MATERIALIZED ("), query);
        sql.add("), page AS (SELECT b.* FROM g b WHERE ");
        cursors.after(sql, order);
        sql.add(keyset.orderBy(order)).add(" LIMIT ?", (long) query.limit() + 1);
        sql.add(") SELECT ");
        definition.columns().forEach(column -> sql.add(shown(column) + ", "));
        for (int i = 0; i < query.order().size(); i++) {
            sql.add(order.apply(i) + ", ");
        }
        return sql.add("(SELECT count(*) FROM g) FROM page b")
                .add(definition.detail().join())
                .add(keyset.orderBy(order));
    }

    /** The groups: key columns under their names, measures as {@code m} and their place. */
    Sql grouped(Sql sql, ListQuery query) {
        String names = keys.stream().map(key -> "b." + key).collect(Collectors.joining(", "));
        sql.add("SELECT " + names + (carried.isEmpty() ? "" : ", " + carried));
        for (int i = 0; i < definition.columns().size(); i++) {
            if (isMeasure(definition.columns().get(i))) {
                sql.add(", " + definition.columns().get(i).sql() + " AS m" + i);
            }
        }
        ListQuery unordered = new ListQuery(
                query.list(),
                query.filter(),
                query.scope(),
                List.of(),
                query.limit(),
                query.limitGiven(),
                null,
                false,
                "");
        new ListSql(unordered).from(sql, List.of()).add(" GROUP BY " + names);
        return having.isEmpty() ? sql : sql.add(" HAVING ").add(having, arguments.toArray());
    }

    private String shown(Column column) {
        return isMeasure(column) ? "b.m" + definition.columns().indexOf(column) : column.sql();
    }

    private static boolean isMeasure(Column column) {
        return column.sortable() && !column.filterable();
    }
}
