package clarion.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the catalogue says about Clarion's own tables: those of the current schema, without Flyway's. */
final class Tables {

    /** Flyway's record of the migrations, which migrations write. */
    static final String HISTORY = "flyway_schema_history";

    private static final String COLUMNS = """
            select c.relname, a.attname
            from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and c.relname <> ?
                and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            order by c.relname, a.attnum""";

    private static final String REFERENCES = """
            select distinct c.relname, r.relname
            from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
            where f.contype = 'f' and f.connamespace = current_schema()::regnamespace and c.oid <> r.oid
            order by 1, 2""";

    private static final String SEQUENCES = """
            select c.relname from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
            order by 1""";

    private static final String SCHEMA = """
            select version::int from flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1""";

    private Tables() {}

    /** Tables and their columns, each table after those that it refers to. */
    static Map<String, List<String>> inOrder(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String[] row : rows(connection, COLUMNS, HISTORY)) {
            columns.computeIfAbsent(row[0], any -> new ArrayList<>()).add(row[1]);
        }
        Map<String, Set<String>> references = new LinkedHashMap<>();
        for (String[] row : rows(connection, REFERENCES)) {
            references.computeIfAbsent(row[0], any -> new LinkedHashSet<>()).add(row[1]);
        }
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        columns.keySet().forEach(table -> add(table, columns, references, ordered, new LinkedHashSet<>()));
        return ordered;
    }

    private static void add(
            String table,
            Map<String, List<String>> columns,
            Map<String, Set<String>> references,
            Map<String, List<String>> ordered,
            Set<String> under) {
        if (ordered.containsKey(table) || !columns.containsKey(table)) {
            return;
        }
        if (!under.add(table)) {
            throw new BackupException("The tables " + under + " refer to each other in a ring.");
        }
        references.getOrDefault(table, Set.of()).forEach(other -> add(other, columns, references, ordered, under));
        under.remove(table);
        ordered.put(table, columns.get(table));
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String[] row : rows(connection, SEQUENCES)) {
            for (String[] state : rows(connection, "select last_value, is_called from " + quoted(row[0]))) {
                sequences.add(new Manifest.Sequence(row[0], Long.parseLong(state[0]), state[1].equals("t")));
            }
        }
        return sequences;
    }

    /** Version of the newest migration; 0 where there never was one. */
    static int schemaVersion(Connection connection) throws SQLException {
        if (rows(connection, "select to_regclass(?)::text", HISTORY).get(0)[0] == null) {
            return 0;
        }
        List<String[]> newest = rows(connection, SCHEMA);
        return newest.isEmpty() ? 0 : Integer.parseInt(newest.get(0)[0]);
    }

    /** Whether anything of anybody is in the schema. */
    static boolean isEmpty(Connection connection) throws SQLException {
        return schemaVersion(connection) == 0 && inOrder(connection).isEmpty();
    }

    static List<String[]> rows(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                int width = result.getMetaData().getColumnCount();
                List<String[]> rows = new ArrayList<>();
                while (result.next()) {
                    String[] row = new String[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = result.getString(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    /** An identifier as SQL wants it. */
    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String columnList(List<String> columns) {
        return String.join(", ", columns.stream().map(Tables::quoted).toList());
    }
}
