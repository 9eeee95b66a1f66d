package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DatabaseTest {

    @TempDir
    Path directory;

    private DataDirectory data;
    private Database database;

    @BeforeEach
    void start() {
        data = DataDirectory.open(directory);
        database = Database.start(data);
    }

    @AfterEach
    void stop() {
        database.stop();
        data.close();
    }

    @Test
    void keepsWhatWasCommittedThroughAKill() throws Exception {
        assertEquals("on", ask("SHOW fsync"));
        assertEquals("on", ask("SHOW synchronous_commit"));
        tell("CREATE TABLE kept(n int)", "INSERT INTO kept VALUES (7)");
        killPostmaster();
        assertFalse(database.isAlive());
        database.restart();
        assertEquals("7", ask("SELECT n FROM kept"));
    }

    @Test
    void takesOverFromALauncherThatWasKilled() throws Exception {
        tell("CREATE TABLE kept(n int)", "INSERT INTO kept VALUES (7)");
        Path pidFile = directory.resolve("database/data/postmaster.pid");
        String orphan = Files.readAllLines(pidFile).get(0);
        database.restart();
        assertTrue(database.isAlive());
        assertFalse(ProcessHandle.of(Long.parseLong(orphan))
                .map(ProcessHandle::isAlive)
                .orElse(false));
        assertEquals("7", ask("SELECT n FROM kept"));
    }

    @Test
    void knowsUpperAndLowerCaseBeyondAscii() throws Exception {
        assertEquals("jürgen élodie", ask("SELECT lower('JÜRGEN ÉLODIE')"));
    }

    @Test
    void refusesAWrongPassword() {
        SQLException refused = assertThrows(SQLException.class, () -> {
            try (Connection c = DriverManager.getConnection(database.url(), Database.NAME, "wrong")) {
                c.isValid(1);
            }
        });
        assertEquals("28P01", refused.getSQLState());
    }

    private void killPostmaster() throws IOException {
        Path pidFile = directory.resolve("database/data/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0)))
                .orElseThrow();
        postmaster.destroyForcibly();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (postmaster.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void tell(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), Database.NAME, DataDirectory.read(database.passwordFile()));
    }
}
