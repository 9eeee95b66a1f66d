package clarion.ejb.listing;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts values of several columns in one pass over the matching rows. */
public final class FacetQuery {

    private static final int MOST_COLUMNS = 12;

    private final ListQuery query;
    private final List<Column> columns;

    /**
     * @param query whose filter, free text and scope count; its order and limit do not
     * @throws ClarionException INVALID_PARAMETER if a column cannot be counted
     */
    public FacetQuery(ListQuery query, List<String> names) {
        this.query = query;
        ListDefinition list = query.list();
        this.columns = names.stream()
                .distinct()
                .map(name -> list.findFacet(name).orElseThrow(() -> invalid(list, "there is no facet '" + name + "'")))
                .toList();
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw invalid(list, "expected 1 to " + MOST_COLUMNS + " facets, found " + columns.size());
        }
    }

    private static ClarionException invalid(ListDefinition list, String why) {
        return new ClarionException(
                ProblemType.INVALID_PARAMETER,
                "Parameter fields: " + why + "; there are: " + String.join(", ", list.facetNames()) + ".",
                Map.of("parameter", "fields", "known", list.facetNames()));
    }

    /** One row for each column and value; column -1 is the total. */
    Sql sql() {
        Sql sql = new Sql()
                .add(
                        "SELECT facet, value, n FROM (SELECT facet, value, n, row_number() OVER"
                                + " (PARTITION BY facet, value IS NULL ORDER BY n DESC, value COLLATE \"C\") AS place FROM (SELECT CASE");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(" WHEN grouping(v" + i + ") = 0 THEN " + i);
        }
        sql.add(" ELSE -1 END AS facet, CASE");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(" WHEN grouping(v" + i + ") = 0 THEN v" + i);
        }
        sql.add(" END AS value, count(*) AS n FROM (SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add((i == 0 ? "" : ", ") + text(columns.get(i)) + " AS v" + i);
        }
        new ListSql(query).from(sql, columns).add(") AS matching GROUP BY GROUPING SETS (()");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(", (v" + i + ")");
        }
        return sql.add(")) AS counted) AS placed WHERE place <= ?", (long) Facets.MOST_VALUES)
                .add(" ORDER BY facet, place");
    }

    private static String text(Column column) {
        return column.type() == ColumnType.IP ? "host(" + column.sql() + ")" : "(" + column.sql() + ")::text";
    }

    /** Runs the query. */
    public Facets read(Connection connection) throws SQLException {
        List<List<Facets.Count>> counts = new ArrayList<>();
        columns.forEach(column -> counts.add(new ArrayList<>()));
        Map<String, Long> missing = new LinkedHashMap<>();
        long total = 0;
        try (PreparedStatement statement = Lists.prepare(connection, sql());
                ResultSet rs = statement.executeQuery()) {
            while (rs.next()) {
                int facet = rs.getInt(1);
                String value = rs.getString(2);
                long count = rs.getLong(3);
                if (facet < 0) {
                    total = count;
                } else if (value == null) {
                    missing.put(columns.get(facet).name(), count);
                } else {
                    counts.get(facet).add(new Facets.Count(value, count));
                }
            }
        }
        Map<String, List<Facets.Count>> facets = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            facets.put(columns.get(i).name(), counts.get(i));
        }
        return new Facets(facets, missing, total);
    }
}
