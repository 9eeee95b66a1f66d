package clarion.it.bench;

import clarion.it.harness.Postgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The fastest way that PostgreSQL knows to take the same rows: one COPY, one commit, same columns and indexes. */
final class CopyReference {

    private CopyReference() {}

    static double rowsPerSecond(Postgres postgres) throws SQLException, IOException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE session_copy (LIKE session INCLUDING ALL)");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copy.copyOut("COPY session TO STDOUT", rows);
            long begin = System.nanoTime();
            long count = copy.copyIn("COPY session_copy FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            double seconds = (System.nanoTime() - begin) / 1e9;
            statement.execute("DROP TABLE session_copy");
            return count / seconds;
        }
    }
}
