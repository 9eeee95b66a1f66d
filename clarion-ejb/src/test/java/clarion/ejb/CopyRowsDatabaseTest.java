package clarion.ejb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyRowsDatabaseTest {

    private static final String TABLE = """
            create temporary table copied (a int8, b int4, c bool, d text, e jsonb, f bytea, g timestamptz, h macaddr,
                i inet)""";

    private static final List<String> TYPES =
            List.of("int8", "int4", "bool", "text", "jsonb", "bytea", "timestamptz", "macaddr", "inet");

    @Test
    void everyTypeArrivesAsItWasGiven() throws SQLException {
        try (Connection connection = TestDatabase.empty().getConnection()) {
            execute(connection, TABLE);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            rows.add(List.of(
                    Long.MIN_VALUE,
                    -1,
                    true,
                    "Jürgen \t\\N\n漢字 \uD83D\uDE00",
                    "{\"a\": \"ü\"}",
                    "00ff7f",
                    Instant.parse("1970-01-01T00:00:00.000001Z"),
                    "00:1b:44:11:3a:b7",
                    "2001:db8::7"));
            rows.add(List.of(
                    Long.MAX_VALUE,
                    Integer.MAX_VALUE,
                    false,
                    "",
                    "[]",
                    "",
                    Instant.parse("9999-12-31T23:59:59.999999Z"),
                    "ff:ff:ff:ff:ff:ff",
                    "255.0.0.1"));
            rows.add(new ArrayList<>(java.util.Collections.nCopies(TYPES.size(), null)));
            copy().insert(connection, rows);
            assertEquals(
                    List.of(
                            "-9223372036854775808|-1|t|Jürgen \t\\N\n漢字 \uD83D\uDE00|{\"a\": \"ü\"}|\\x00ff7f"
                                    + "|1970-01-01 00:00:00.000001|00:1b:44:11:3a:b7|2001:db8::7|",
                            "9223372036854775807|2147483647|f||[]|\\x|9999-12-31 23:59:59.999999|ff:ff:ff:ff:ff:ff"
                                    + "|255.0.0.1|",
                            "-|-|-|-|-|-|-|-|-|"),
                    rows(
                            connection,
                            "select a, b, c, d, e, f, g at time zone 'UTC', h, i from copied order by a nulls last"));
        }
    }

    @Test
    void manyChunksAndLongValuesArriveWhole() throws SQLException {
        try (Connection connection = TestDatabase.empty().getConnection()) {
            execute(connection, "create temporary table copied (a int8, d text)");
            new CopyRows<Integer>("copied")
                    .column("a", "int8", Integer::longValue)
                    .column("d", "text", i -> "x".repeat(i))
                    .insert(connection, IntStream.range(0, 2_000).boxed().toList());
            new CopyRows<Integer>("copied").column("d", "text", "y"::repeat).insert(connection, List.of(300_000));
            assertEquals(
                    List.of("2001|2299000|0|"),
                    rows(
                            connection,
                            "select count(*), sum(length(d)), count(*) filter (where length(d) <> a) from copied"));
        }
    }

    @Test
    void aRowThatCannotBeWrittenLeavesTheConnectionInOrder() throws SQLException {
        try (Connection connection = TestDatabase.empty().getConnection()) {
            execute(connection, TABLE);
            CopyRows<String> copy = new CopyRows<String>("copied").column("h", "macaddr", mac -> mac);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> copy.insert(connection, List.of("00:1b:44:11:3a:b7", "not an address")));
            assertEquals(List.of("0|"), rows(connection, "select count(*) from copied"));
        }
    }

    private static CopyRows<List<@Nullable Object>> copy() {
        CopyRows<List<@Nullable Object>> copy = new CopyRows<>("copied");
        for (int i = 0; i < TYPES.size(); i++) {
            int column = i;
            copy.column(String.valueOf((char) ('a' + i)), TYPES.get(i), row -> row.get(column));
        }
        return copy;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.append(value == null ? "-" : value).append('|');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
