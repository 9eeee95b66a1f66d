package clarion.ejb.listing;

import org.jspecify.annotations.Nullable;

/**
 * A declared column of a list.
 *
 * @param name as the JSON field and as the filter attribute
 * @param type what it holds; of a {@code many} column, what each element is
 * @param sql the expression that is selected and compared; a trusted constant
 * @param nullable false only if no row can lack it: paging then needs no rule for NULL
 * @param filterable may stand in a filter and as a request parameter
 * @param sortable may stand in {@code sort}
 * @param facet has few enough values for them to be counted
 * @param many the column is an array
 * @param members how a filter looks at every element instead of at {@code sql}
 */
public record Column(
        String name,
        ColumnType type,
        String sql,
        boolean nullable,
        boolean filterable,
        boolean sortable,
        boolean facet,
        boolean many,
        @Nullable Members members) {

    /**
     * A filter on any of several values.
     *
     * @param open SQL up to the condition on one element; the engine closes the parenthesis
     * @param element the expression of one element
     * @param first where the row itself has the first element: how to look at that, and at the others
     */
    public record Members(
            String open, String element, @Nullable First first) {}

    /**
     * A filter on the first of several values. A condition that very many values meet is asked of the row at hand: to
     * gather all of them costs more than to read the table once.
     *
     * @param sql the first element
     * @param others SQL up to the condition on one of the others; the engine closes the parenthesis. Null if there are
     *     none, and {@link Members} is but a way to use an index
     */
    public record First(String sql, @Nullable String others) {}

    /** A column that may be NULL, may be filtered by and sorted by. */
    public static Column of(String name, ColumnType type, String sql) {
        return new Column(name, type, sql, true, true, true, false, false, null);
    }

    /** The column is never NULL. */
    public Column required() {
        return new Column(name, type, sql, false, filterable, sortable, facet, many, members);
    }

    /** The column can be counted by value. */
    public Column asFacet() {
        return new Column(name, type, sql, nullable, filterable, sortable, true, many, members);
    }

    /** The column is shown only. */
    public Column shownOnly() {
        return new Column(name, type, sql, nullable, false, false, false, many, members);
    }

    /** The column may be filtered by, not sorted by. */
    public Column filterOnly() {
        return new Column(name, type, sql, nullable, true, false, facet, many, members);
    }

    /** The column is an aggregate: it may be sorted by, not filtered by. */
    public Column measured() {
        return new Column(name, type, sql, false, false, true, false, many, members);
    }

    /** A filter on the column is true if it is true of any element. */
    public Column matchingAny(String open, String element) {
        return matching(new Members(open, element, null));
    }

    /** The same where the row itself has the first element. */
    public Column matchingAny(String open, String element, First first) {
        return matching(new Members(open, element, first));
    }

    private Column matching(Members any) {
        return new Column(name, type, sql, nullable, true, sortable, facet, many, any);
    }

    /** The column is an array: it is shown, and with {@link #matchingAny} filtered by its elements. */
    public Column array() {
        return new Column(name, type, sql, true, members != null, false, false, true, members);
    }

    String sortExpression() {
        return type.sortExpression(sql);
    }
}
