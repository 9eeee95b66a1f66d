package clarion.ejb.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds the statements of a query. */
final class ListSql {

    private final ListQuery query;

    ListSql(ListQuery query) {
        this.query = query;
    }

    /**
     * The columns, then the sort keys; one row more than the limit, to see whether there is a next page.
     *
     * <p>The inner query finds the rows, with no more joins than filter and order need; the outer one completes only
     * the rows of the page.
     */
    Sql page() {
        Sql sql = new Sql().add("SELECT ");
        List<Column> columns = query.list().columns();
        for (int i = 0; i < columns.size(); i++) {
            sql.add("found.c" + i + ", ");
        }
        sql.add(keys(i -> "page.k" + i)).add(" FROM (SELECT ").add(keys(i -> sortExpression(i) + " AS k" + i));
        from(sql);
        Keyset keyset = new Keyset(query.order());
        if (query.cursor() != null) {
            after(sql.add(" AND "), keyset, query.cursor());
        }
        sql.add(keyset.orderBy(this::sortExpression));
        sql.add(" LIMIT ?", (long) query.limit() + 1).add(") AS page CROSS JOIN LATERAL (SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add((i == 0 ? "" : ", ") + columns.get(i).sql() + " AS c" + i);
        }
        Column unique = query.list().unique();
        sql.add(" FROM ").add(query.list().from()).add(" WHERE " + unique.sql() + " = page.k" + uniqueKey());
        return sql.add(") AS found").add(keyset.orderBy(key -> "page.k" + key));
    }

    private String keys(IntFunction<String> expression) {
        return IntStream.range(0, query.order().size()).mapToObj(expression).collect(Collectors.joining(", "));
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

    /** The number of matching rows, but no more than {@code most}. */
    Sql count(long most) {
        Sql sql = new Sql().add("SELECT count(*) FROM (SELECT 1");
        return from(sql).add(" LIMIT ?) AS bounded", most);
    }

    /** PostgreSQL's plan for all matching rows, as JSON. */
    Sql plan() {
        return from(new Sql().add("EXPLAIN (FORMAT JSON) SELECT 1"));
    }

    /** FROM and WHERE; further conditions can follow with AND. */
    Sql from(Sql sql) {
        sql.add(" FROM ").add(query.list().from()).add(" WHERE TRUE");
        Scope scope = query.scope();
        if (scope != null) {
            sql.add(" AND (")
                    .add(scope.condition(), scope.arguments().toArray())
                    .add(")");
        }
        Filter filter = query.filter();
        if (filter != null) {
            FilterSql.append(sql.add(" AND "), filter);
        }
        return sql;
    }

    private void after(Sql sql, Keyset keyset, String text) {
        Cursor cursor = Cursor.decode(text);
        if (!cursor.fingerprint().equals(fingerprint())) {
            throw Cursor.invalid(null);
        }
        try {
            keyset.appendAfter(sql, cursor.keys());
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
