package clarion.ejb.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds the statements of a query. */
final class ListSql {

    private final ListQuery query;
    private final Keyset keyset;

    ListSql(ListQuery query) {
        this.query = query;
        this.keyset = new Keyset(query.order());
    }

    /**
     * The columns, then the sort keys; one row more than the limit, to see whether there is a next page.
     *
     * <p>The inner query finds the rows, with no more joins than filter and order need; the outer one completes only
     * the rows of the page.
     */
    Sql page() {
        Sql sql = columnsAndKeys(new Sql()).add(" FROM (");
        from(sortKeys(sql), List.of());
        after(sql.add(" AND "), this::sortExpression);
        sql.add(keyset.orderBy(this::sortExpression)).add(" LIMIT ?", (long) query.limit() + 1);
        return rows(sql.add(") AS page CROSS JOIN LATERAL (")).add(") AS found").add(keyset.orderBy(ListSql::pageKey));
    }

    /**
     * The page and the number of matching rows from one search, if there are no more than {@code most}: the number
     * stands after the sort keys. Otherwise one row without a page, whose number is larger.
     *
     * <p>For a filter that no index serves the search is a pass over the table; to count on its own takes another.
     */
    Sql countedPage(long most) {
        Sql sql = new Sql().add("WITH hit AS MATERIALIZED (");
        from(sortKeys(sql), List.of()).add(" LIMIT ?) ", most + 1);
        columnsAndKeys(sql).add(", total.n FROM (SELECT count(*) AS n FROM hit) AS total");
        sql.add(" LEFT JOIN (SELECT * FROM hit WHERE ");
        after(sql, ListSql::hitKey);
        sql.add(keyset.orderBy(ListSql::hitKey)).add(" LIMIT ?", (long) query.limit() + 1);
        sql.add(") AS page ON total.n <= ?", most).add(" LEFT JOIN LATERAL (");
        return rows(sql).add(") AS found ON TRUE").add(keyset.orderBy(ListSql::pageKey));
    }

    /** Where the number of rows stands in a row of {@link #countedPage}. */
    int totalIndex() {
        return query.list().columns().size() + query.order().size() + 1;
    }

    /** Where the key stands that no row lacks. */
    int uniqueIndex() {
        return query.list().columns().size() + uniqueKey() + 1;
    }

    private Sql columnsAndKeys(Sql sql) {
        sql.add("SELECT ");
        for (int i = 0; i < query.list().columns().size(); i++) {
            sql.add("found.c" + i + ", ");
        }
        return sql.add(keys(ListSql::pageKey));
    }

    private Sql sortKeys(Sql sql) {
        return sql.add("SELECT ").add(keys(i -> sortExpression(i) + " AS k" + i));
    }

    /** The columns of the rows that are on the page. */
    private Sql rows(Sql sql) {
        List<Column> columns = query.list().columns();
        for (int i = 0; i < columns.size(); i++) {
            sql.add((i == 0 ? "SELECT " : ", ") + columns.get(i).sql() + " AS c" + i);
        }
        Column unique = query.list().unique();
        return sql.add(" FROM ")
                .add(query.list().everything())
                .add(" WHERE " + unique.sql() + " = page.k" + uniqueKey());
    }

    private String keys(IntFunction<String> expression) {
        return IntStream.range(0, query.order().size()).mapToObj(expression).collect(Collectors.joining(", "));
    }

    private static String pageKey(int key) {
        return "page.k" + key;
    }

    private static String hitKey(int key) {
        return "hit.k" + key;
    }

    private String sortExpression(int key) {
        return query.order().get(key).column().sortExpression();
    }

    private int uniqueKey() {
        return IntStream.range(0, query.order().size())
                .filter(i -> query.order().get(i).column().equals(query.list().unique()))
                .findFirst()
                .orElseThrow();
    }

    /** PostgreSQL's plan for all matching rows, as JSON. */
    Sql plan() {
        return from(new Sql().add("EXPLAIN (FORMAT JSON) SELECT 1"), List.of());
    }

    /** FROM and WHERE, for a query that also selects these columns; further conditions can follow with AND. */
    Sql from(Sql sql, List<Column> selected) {
        Filter filter = query.filter();
        Set<Column> used = new HashSet<>(selected);
        query.order().forEach(key -> used.add(key.column()));
        if (filter != null) {
            filter.columns().forEach(used::add);
        }
        sql.add(" FROM ").add(query.list().from(used)).add(" WHERE TRUE");
        Scope scope = query.scope();
        if (scope != null) {
            sql.add(" AND (")
                    .add(scope.condition(), scope.arguments().toArray())
                    .add(")");
        }
        if (filter != null) {
            FilterSql.append(sql.add(" AND "), filter);
        }
        return sql;
    }

    /** The condition that the query's cursor asks for. */
    void after(Sql sql, IntFunction<String> expression) {
        String text = query.cursor();
        if (text == null) {
            sql.add("TRUE");
            return;
        }
        Cursor cursor = Cursor.decode(text);
        if (!cursor.fingerprint().equals(fingerprint())) {
            throw Cursor.invalid(null);
        }
        try {
            keyset.appendAfter(sql, cursor.keys(), expression);
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid(e);
        }
    }

    /** The cursor for the rows after a row with these sort keys. */
    String cursorAfter(List<@Nullable String> keys) {
        return new Cursor(fingerprint(), keys).encode();
    }

    /** Tells queries apart whose cursors must not be mixed; it is no secret and no signature. */
    private String fingerprint() {
        String text = query.list().name() + '\n' + query.scope() + '\n' + query.order() + '\n' + query.conditions();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
