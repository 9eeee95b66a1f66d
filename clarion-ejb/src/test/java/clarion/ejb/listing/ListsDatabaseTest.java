package clarion.ejb.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsDatabaseTest {

    private static final List<String> SORTABLE = List.of("id", "name", "mac", "ip", "n", "flag", "at", "kind", "rank");

    private final DataSource dataSource = TestDatabase.empty();
    private final Lists lists = new Lists(TestDatabase.onOneConnection(dataSource));

    @BeforeEach
    void createTables() {
        TestDatabase.run(dataSource, Things.TABLE, Things.ADDRESSES);
    }

    private static ListQuery query(String... namesAndValues) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return ListQuery.parse(Things.LIST, parameters, Set.of());
    }

    private List<Long> ids(ListQuery query) {
        return lists.page(query, row -> row.number("id")).items();
    }

    /** Follows the cursors to the end. */
    private List<Long> walk(List<String> parameters, Runnable betweenPages) {
        List<Long> ids = new ArrayList<>();
        List<String> next = new ArrayList<>(parameters);
        while (true) {
            Page<Long> page = lists.page(query(next.toArray(String[]::new)), row -> row.number("id"));
            ids.addAll(page.items());
            if (page.next().isEmpty()) {
                return ids;
            }
            assertFalse(page.items().isEmpty());
            next = new ArrayList<>(parameters);
            next.addAll(List.of("cursor", page.next().get()));
            betweenPages.run();
        }
    }

    @Test
    void pagesThroughAnyFilterInAnyOrderAreTheReferenceList() throws SQLException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<Thing> things = LongStream.rangeClosed(1, 300)
                .mapToObj(id -> Thing.random(id, random))
                .toList();
        Thing.insert(dataSource, things);
        for (int round = 0; round < 200; round++) {
            FilterOracle oracle = FilterOracle.random(random, 3);
            List<String> keys = randomSort(random);
            String limit = String.valueOf(1 + random.nextInt(60));
            String sort = String.join(",", keys);
            List<Long> expected = things.stream()
                    .filter(oracle.meaning())
                    .sorted(order(keys))
                    .map(Thing::id)
                    .toList();
            String what = "seed " + seed + ", sort " + sort + ", limit " + limit + ", filter " + oracle.filter();
            List<String> parameters = List.of("filter", oracle.filter(), "sort", sort, "limit", limit);
            assertEquals(expected, walk(parameters, () -> {}), what);
            Page<Long> first = lists.page(query(parameters.toArray(String[]::new)), row -> row.number("id"));
            assertEquals(new Page.Total(expected.size(), true), first.total().orElseThrow(), what);
        }
    }

    private static List<String> randomSort(Random random) {
        List<String> columns = new ArrayList<>(SORTABLE);
        java.util.Collections.shuffle(columns, random);
        return columns.subList(0, 1 + random.nextInt(4)).stream()
                .map(column -> random.nextBoolean() ? "-" + column : column)
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Thing> order(List<String> keys) {
        Comparator<Thing> order = Comparator.comparing(thing -> 0);
        boolean descending = false;
        for (String key : keys) {
            descending = key.startsWith("-");
            String column = descending ? key.substring(1) : key;
            Comparator<@Nullable Comparable> values =
                    descending ? Comparator.<Comparable>reverseOrder() : Comparator.<Comparable>naturalOrder();
            order = order.thenComparing(thing -> thing.sortValue(column), Comparator.nullsLast(values));
        }
        Comparator<Thing> tie = Comparator.comparing(Thing::id);
        return order.thenComparing(descending ? tie.reversed() : tie);
    }

    @Test
    void theDefaultOrderStandsStillWhileRowsAreAdded() throws SQLException {
        Random random = new Random(7);
        List<Thing> things = LongStream.rangeClosed(1, 200)
                .mapToObj(id -> Thing.random(id, random))
                .toList();
        Thing.insert(dataSource, things);
        long[] newest = {200};
        List<Long> seen = walk(List.of("limit", "7"), () -> {
            try {
                Thing.insert(dataSource, List.of(Thing.random(++newest[0], random), Thing.random(++newest[0], random)));
                TestDatabase.run(dataSource, "UPDATE thing SET rank = rank + 1, name = 'changed' WHERE id % 3 = 0");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(LongStream.rangeClosed(1, 200).mapToObj(i -> 201 - i).toList(), seen);
    }

    @Test
    void freeTextNeedsEveryWordSomewhere() {
        TestDatabase.run(dataSource, """
                INSERT INTO thing VALUES
                    (1, 'CORP\\alice', '00:1b:44:11:3a:b7', '10.1.2.3', 7, NULL, NULL, 'k', 0),
                    (2, 'bob', '00:1b:44:11:3a:b8', '10.1.22.3', NULL, NULL, NULL, 'k', 0),
                    (3, '100% sure', NULL, '2001:db8::1', 10, NULL, NULL, 'k', 0)""");
        assertEquals(List.of(1L), ids(query("q", "alice")));
        assertEquals(List.of(1L), ids(query("q", " ALI 001b.4411 ")));
        assertEquals(List.of(2L, 1L), ids(query("q", "44:11:3a")));
        assertEquals(List.of(1L), ids(query("q", "10.1.2.")));
        assertEquals(List.of(2L, 1L), ids(query("q", "10.1.0.0/16")));
        assertEquals(List.of(3L), ids(query("q", "0%")));
        assertEquals(List.of(3L), ids(query("q", "10 sure")));
        assertEquals(List.of(3L), ids(query("q", "2001:DB8")));
        assertEquals(List.of(), ids(query("q", "alice bob")));
        assertEquals(List.of(3L, 2L, 1L), ids(query("q", "  ")));
    }

    @Test
    void columnParametersMeanOneOfTheirValues() {
        TestDatabase.run(
                dataSource,
                "INSERT INTO thing SELECT i, 'n,' || i % 3, NULL, NULL, i, NULL, NULL, 'k', i % 2"
                        + " FROM generate_series(1, 6) i");
        ListQuery query =
                ListQuery.parse(Things.LIST, Map.of("name", List.of("N,1", "n,2"), "rank", List.of("0")), Set.of());
        assertEquals(List.of(4L, 2L), ids(query));
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        TestDatabase.run(
                dataSource,
                "INSERT INTO thing SELECT i, 'n', NULL, NULL, i, NULL, NULL, 'k', 0" + " FROM generate_series(1, 6) i");
        String cursor =
                lists.page(query("limit", "2"), row -> row.number("id")).next().orElseThrow();
        assertEquals(List.of(4L, 3L, 2L), ids(query("limit", "3", "cursor", cursor)));
        List<ListQuery> foreign = List.of(
                query("cursor", cursor, "sort", "id"),
                query("cursor", cursor, "q", "n"),
                query("cursor", cursor, "filter", "n gt 0"),
                query("cursor", cursor, "rank", "0"),
                query("cursor", cursor).within(Scope.of("t.rank = ?", 0L)),
                query("cursor", cursor.substring(2)),
                query("cursor", "!"),
                query("cursor", ""));
        for (ListQuery query : foreign) {
            ClarionException e = assertThrows(ClarionException.class, () -> ids(query));
            assertEquals(ProblemType.INVALID_CURSOR, e.type());
        }
    }

    @Test
    void aHugeTotalIsSaidToBeAnEstimate() {
        TestDatabase.run(
                dataSource,
                "INSERT INTO thing SELECT i, 'n', NULL, NULL, i, NULL, NULL, 'k', 0 FROM generate_series(1, 60000) i",
                "ANALYZE thing");
        Page.Total estimate = lists.page(query("rank", "0"), row -> 0).total().orElseThrow();
        assertFalse(estimate.exact());
        assertTrue(Math.abs(estimate.rows() - 60_000) < 3_000, () -> estimate.toString());
        Page.Total exact =
                lists.page(query("filter", "n le 8000"), row -> 0).total().orElseThrow();
        assertEquals(new Page.Total(8_000, true), exact);
    }

    @Test
    void facetsCountTheMatchingRowsAndThoseWithoutAValue() {
        TestDatabase.run(dataSource, """
                INSERT INTO thing SELECT i, CASE WHEN i % 4 = 0 THEN NULL ELSE 'n' || i % 4 END, NULL,
                    '10.0.0.1', i, i % 2 = 0, NULL, 'k', 0 FROM generate_series(1, 90) i""");
        Facets facets =
                lists.read(new FacetQuery(query("filter", "n le 80"), List.of("name", "ip", "flag", "n"))::read);
        assertEquals(80, facets.total());
        assertEquals(
                List.of(new Facets.Count("n1", 20), new Facets.Count("n2", 20), new Facets.Count("n3", 20)),
                facets.facets().get("name"));
        assertEquals(Map.of("name", 20L), facets.missing());
        assertEquals(List.of(new Facets.Count("10.0.0.1", 80)), facets.facets().get("ip"));
        assertEquals(
                List.of(new Facets.Count("false", 40), new Facets.Count("true", 40)),
                facets.facets().get("flag"));
        assertEquals(
                Facets.MOST_VALUES,
                java.util.Objects.requireNonNull(facets.facets().get("n")).size());
    }
}
