package clarion.launcher.backup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL with as many databases as a test wants. */
final class Servers implements AutoCloseable {

    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable EmbeddedPostgres server;

    void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    DataSource empty() {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        String name = "test" + databases.incrementAndGet();
        run(running.getPostgresDatabase(), "create database " + name);
        return running.getDatabase("postgres", name);
    }

    void run(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
