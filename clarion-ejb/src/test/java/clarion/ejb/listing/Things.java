package clarion.ejb.listing;

import java.util.List;

/** A list with a column of every type, each with and without NULLs, for tests. */
final class Things {

    static final String TABLE = """
            CREATE TABLE thing (
                id bigint PRIMARY KEY, name text, mac macaddr, ip inet, n int, flag boolean, at timestamptz,
                kind text NOT NULL, rank int NOT NULL)""";
    static final String ADDRESSES = "CREATE TABLE thing_address (thing_id bigint NOT NULL, ip inet NOT NULL)";

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", ColumnType.INTEGER, "t.id").required(),
            Column.of("name", ColumnType.TEXT, "t.name").asFacet(),
            Column.of("mac", ColumnType.MAC, "t.mac"),
            Column.of("ip", ColumnType.IP, "t.ip").asFacet(),
            Column.of("n", ColumnType.INTEGER, "t.n").asFacet(),
            Column.of("flag", ColumnType.BOOLEAN, "t.flag").asFacet(),
            Column.of("at", ColumnType.INSTANT, "t.at"),
            Column.of("kind", ColumnType.TEXT, "t.kind").required().asFacet(),
            Column.of("rank", ColumnType.INTEGER, "t.rank").required(),
            Column.of(
                            "addresses",
                            ColumnType.IP,
                            "ARRAY(SELECT host(a.ip) FROM thing_address a WHERE a.thing_id = t.id ORDER BY a.ip)")
                    .matchingAny("t.id IN (SELECT a.thing_id FROM thing_address a WHERE ", "a.ip")
                    .array(),
            Column.of("anyIp", ColumnType.IP, "t.ip")
                    .matchingAny(
                            "t.id IN (SELECT a.id FROM (SELECT id, ip FROM thing UNION ALL SELECT thing_id, ip FROM"
                                    + " thing_address) a WHERE ",
                            "a.ip",
                            new Column.First(
                                    "t.ip", "EXISTS (SELECT 1 FROM thing_address a WHERE a.thing_id = t.id AND ")),
            Column.of("note", ColumnType.TEXT, "'a note'").shownOnly());

    static final ListDefinition LIST = new ListDefinition(
            "things",
            "thing t",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "name", "mac", "ip", "n"));

    private Things() {}
}
