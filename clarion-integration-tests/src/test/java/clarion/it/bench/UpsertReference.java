package clarion.it.bench;

import clarion.it.harness.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the database alone does with upserts of the same session rows on one connection: 500 rows a transaction, into a
 * table with the same columns and indexes, once as inserts and once as updates.
 */
final class UpsertReference {

    private static final int BATCH = 500;

    private static final String COLUMNS = """
            SELECT string_agg(attname, ', '), string_agg(attname || ' = excluded.' || attname, ', ')
            FROM pg_attribute WHERE attrelid = 'session'::regclass AND attnum > 0 AND NOT attisdropped
                AND attgenerated = ''""";

    private UpsertReference() {}

    static double rowsPerSecond(Postgres postgres, int rows) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            String upsert;
            try (ResultSet columns = statement.executeQuery(COLUMNS)) {
                columns.next();
                upsert = "INSERT INTO session_upsert (" + columns.getString(1) + ") SELECT " + columns.getString(1)
                        + " FROM session_source WHERE row >= ? AND row < ? ON CONFLICT (id) DO UPDATE SET "
                        + columns.getString(2);
            }
            statement.execute("CREATE UNLOGGED TABLE session_source AS SELECT row_number() OVER () - 1 AS row, s.*"
                    + " FROM (SELECT * FROM session LIMIT " + rows + ") s");
            statement.execute("ALTER TABLE session_source ADD PRIMARY KEY (row)");
            statement.execute("ANALYZE session_source");
            statement.execute("CREATE TABLE session_upsert (LIKE session INCLUDING ALL)");
            long begin = System.nanoTime();
            connection.setAutoCommit(false);
            for (int pass = 0; pass < 2; pass++) {
                for (int first = 0; first < rows; first += BATCH) {
                    try (PreparedStatement batch = connection.prepareStatement(upsert)) {
                        batch.setLong(1, first);
                        batch.setLong(2, (long) first + BATCH);
                        batch.executeUpdate();
                    }
                    connection.commit();
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            statement.execute("DROP TABLE session_upsert, session_source");
            connection.commit();
            return 2.0 * rows / seconds;
        }
    }
}
