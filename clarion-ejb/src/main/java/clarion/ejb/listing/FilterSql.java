package clarion.ejb.listing;

import java.util.List;

/**
 * Turns a filter into a condition. Negations are pushed down to the comparisons, where NULL is decided; above them SQL
 * needs only AND and OR, so three-valued logic never shows and indexes stay usable.
 */
final class FilterSql {

    private FilterSql() {}

    static void append(Sql sql, Filter filter) {
        append(sql, filter, false);
    }

    private static void append(Sql sql, Filter filter, boolean negated) {
        if (filter instanceof Filter.Not not) {
            append(sql, not.part(), !negated);
        } else if (filter instanceof Filter.All all) {
            join(sql, all.parts(), negated ? " OR " : " AND ", negated);
        } else if (filter instanceof Filter.Any any) {
            join(sql, any.parts(), negated ? " AND " : " OR ", negated);
        } else if (filter instanceof Filter.Present present) {
            leaf(sql, present.column(), FilterSql.present(present.column()), negated);
        } else if (filter instanceof Filter.Compare compare) {
            leaf(sql, compare.column(), compare.predicate(), negated);
        }
    }

    private static void join(Sql sql, List<Filter> parts, String word, boolean negated) {
        if (parts.isEmpty()) {
            sql.add(negated ? "TRUE" : "FALSE");
            return;
        }
        sql.add("(");
        for (int i = 0; i < parts.size(); i++) {
            sql.add(i == 0 ? "" : word);
            append(sql, parts.get(i), negated);
        }
        sql.add(")");
    }

    private static void leaf(Sql sql, Column column, Predicate predicate, boolean negated) {
        sql.add("(");
        Column.Members members = column.members();
        if (members == null) {
            predicate.append(sql, column.sql());
        } else {
            members(sql, members, predicate);
        }
        sql.add(negated ? ") IS NOT TRUE" : ")");
    }

    private static void members(Sql sql, Column.Members members, Predicate predicate) {
        Column.First first = members.first();
        if (first == null || predicate.selective()) {
            sql.add(members.open());
        } else {
            predicate.append(sql, first.sql());
            if (first.others() == null) {
                return;
            }
            sql.add(" OR ").add(first.others());
        }
        predicate.append(sql, members.element());
        sql.add(")");
    }

    private static Predicate present(Column column) {
        return column.type() == ColumnType.TEXT
                ? (sql, x) -> sql.add(x + " <> ''")
                : Predicate.ofMany((sql, x) -> sql.add(x + " IS NOT NULL"));
    }
}
