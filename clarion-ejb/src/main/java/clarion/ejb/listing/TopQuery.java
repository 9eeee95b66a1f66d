package clarion.ejb.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The largest groups of the rows that match a query, with what all of them have together, in one statement. All texts
 * are trusted constants.
 *
 * @param raw key columns of the grouped relation {@code b}: rows are summed by these first, without any join but those
 *     that the filter needs
 * @param joins joins to {@code b}'s sums
 * @param keys expressions over the joins that groups are told apart by
 * @param counts aggregates over rows, each with how their sums are summed again
 */
public record TopQuery(List<String> raw, String joins, List<String> keys, List<Count> counts) {

    /** An aggregate, and the one that makes one of several of it. */
    public record Count(String name, String sql, String again) {}

    /** What to do with the answer. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * Runs it. Each row has the keys, the counts, then the number of all groups and the counts of all groups.
     *
     * @param by the name of the count that decides which are the largest
     */
    public <T> T read(Connection connection, ListQuery query, String by, int most, Reader<T> reader)
            throws SQLException {
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
        Sql sql = new Sql().add("WITH r AS (SELECT ");
        raw.forEach(key -> sql.add("b." + key + ", "));
        for (int i = 0; i < counts.size(); i++) {
            sql.add((i == 0 ? "" : ", ") + counts.get(i).sql() + " AS "
                    + counts.get(i).name());
        }
        new ListSql(unordered)
                .from(sql, List.of())
                .add(" GROUP BY "
                        + String.join(", ", raw.stream().map(k -> "b." + k).toList()));
        sql.add("), g AS (SELECT ");
        for (int i = 0; i < keys.size(); i++) {
            sql.add(keys.get(i) + " AS k" + i + ", ");
        }
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            sql.add((i == 0 ? "" : ", ") + count.again() + "(b." + count.name() + ") AS " + count.name());
        }
        sql.add(" FROM r b").add(joins).add(" GROUP BY ");
        for (int i = 0; i < keys.size(); i++) {
            sql.add((i == 0 ? "" : ", ") + (i + 1));
        }
        sql.add(") SELECT g.*, count(*) OVER ()");
        counts.forEach(count -> sql.add(", " + count.again() + "(" + count.name() + ") OVER ()"));
        sql.add(" FROM g ORDER BY "
                + counts.stream()
                        .filter(c -> c.name().equals(by))
                        .findFirst()
                        .orElseThrow()
                        .name() + " DESC");
        for (int i = 0; i < keys.size(); i++) {
            sql.add(", k" + i);
        }
        sql.add(" LIMIT ?", (long) most);
        try (PreparedStatement prepared = Lists.prepare(connection, sql);
                ResultSet rows = prepared.executeQuery()) {
            return reader.read(rows);
        }
    }
}
