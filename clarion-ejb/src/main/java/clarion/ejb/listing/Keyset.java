package clarion.ejb.listing;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keyset paging over any mix of directions: the ORDER BY clause and the condition for "after this row". NULL comes
 * after every value, also when descending.
 */
final class Keyset {

    private final List<SortKey> order;

    Keyset(List<SortKey> order) {
        this.order = order;
    }

    /** ORDER BY, given how each key is expressed. */
    String orderBy(IntFunction<String> expression) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < order.size(); i++) {
            text.append(i == 0 ? " ORDER BY " : ", ").append(expression.apply(i));
            text.append(order.get(i).descending() ? " DESC" : " ASC");
            // Without the clause an index in PostgreSQL's own order fits; a column without NULLs needs none.
            text.append(order.get(i).column().nullable() ? " NULLS LAST" : "");
        }
        return text.toString();
    }

    /**
     * The condition that a row comes after the row with these keys, given how each key is expressed.
     *
     * @throws IllegalArgumentException if the keys do not fit the order
     */
    void appendAfter(Sql sql, List<@Nullable String> keys, IntFunction<String> expression) {
        if (keys.size() != order.size()) {
            throw new IllegalArgumentException(keys.size() + " keys for an order of " + order.size());
        }
        after(sql, keys, expression, 0);
    }

    private void after(Sql sql, List<@Nullable String> keys, IntFunction<String> expression, int i) {
        if (i == order.size()) {
            sql.add("FALSE"); // equal in every key: the row itself
            return;
        }
        SortKey key = order.get(i);
        Column column = key.column();
        String x = expression.apply(i);
        String value = keys.get(i);
        if (value == null) {
            if (!column.nullable()) {
                throw new IllegalArgumentException("no key for " + column.name());
            }
            sql.add("(" + x + " IS NULL AND ");
            after(sql, keys, expression, i + 1);
            sql.add(")");
            return;
        }
        String beyond = x + (key.descending() ? " < " : " > ") + column.type().placeholder();
        Object argument = argument(column.type(), value);
        if (i == order.size() - 1) {
            sql.add(beyond, argument);
            return;
        }
        // "x >= v AND (x > v OR ...)" rather than "x > v OR (x = v AND ...)": the first half can drive an index.
        String from = x + (key.descending() ? " <= " : " >= ") + column.type().placeholder();
        sql.add(column.nullable() ? "((" + x + " IS NULL OR " : "(").add(from, argument);
        sql.add(column.nullable() ? ") AND (" + x + " IS NULL OR " : " AND (").add(beyond, argument);
        sql.add(" OR ");
        after(sql, keys, expression, i + 1);
        sql.add("))");
    }

    private static Object argument(ColumnType type, String value) {
        return switch (type) {
            case TEXT -> Operands.text(value);
            case MAC -> Operands.mac(value);
            case IP -> Operands.ip(value);
            case INTEGER -> Operands.integer(value);
            case BOOLEAN -> Operands.bool(value);
            case INSTANT -> Operands.instant(value);
        };
    }
}
