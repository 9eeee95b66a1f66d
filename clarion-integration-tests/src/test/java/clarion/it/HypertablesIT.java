package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import clarion.it.harness.Ports;
import clarion.it.harness.Project;
import clarion.it.harness.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The schema on a real TimescaleDB. What uses the tables runs on plain PostgreSQL in all other tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HypertablesIT {

    private static final int LEFT_OUT = 77;
    private static final List<String> SERIES =
            List.of("flow_1d", "flow_1h", "flow_5m", "login_attempt", "topic_history");

    private final int port = Ports.free();
    private @Nullable Process server;

    @BeforeAll
    void start() throws IOException {
        Process started = new ProcessBuilder(
                        Project.root()
                                .resolve("clarion-integration-tests/src/test/sh/timescale")
                                .toString(),
                        Project.work("timescale").toString(),
                        Integer.toString(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(Project.work("timescale").resolve("server.log").toFile())
                .start();
        server = started;
        Until.isTrue("TimescaleDB answers, or cannot be had", Duration.ofMinutes(8), () -> {
            if (!started.isAlive()) {
                return true;
            }
            connect("postgres").close();
            return true;
        });
        if (!started.isAlive()) {
            String words = Files.readString(Project.work("timescale").resolve("server.log"));
            assertEquals(LEFT_OUT, started.exitValue(), words);
            System.err.println(words.strip());
            abort(words);
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    @Test
    void areMadeByTheMigrationsWhereTheExtensionIs() throws Exception {
        try (Connection database = database("with_extension")) {
            run(database, "create extension timescaledb");
            migrate(database);
            assertEquals(SERIES, hypertables(database));
            assertEquals(List.of(), ask(database, "select * from use_hypertables()"), "there is nothing left to do");
            use(database);
        }
    }

    @Test
    void areMadeOfFullTablesOnceTheExtensionIsAdded() throws Exception {
        try (Connection database = database("extension_later")) {
            migrate(database);
            assertEquals(List.of(), ask(database, "select * from use_hypertables()"));
            run(
                    database,
                    "insert into login_attempt (at, name_key, address_key, outcome) select now() - n * interval '1 hour',"
                            + " 'n', 'a', 'FAILED' from generate_series(1, 100) n",
                    "create extension timescaledb");
            assertEquals(SERIES, ask(database, "select * from use_hypertables() order by 1"));
            assertEquals(SERIES, hypertables(database));
            assertEquals(List.of("100"), ask(database, "select count(*) from login_attempt"));
            use(database);
        }
    }

    /** As Clarion uses them. */
    private static void use(Connection database) throws SQLException {
        run(
                database,
                "delete from login_attempt",
                "insert into login_attempt (at, name_key, address_key, outcome) values (now(), 'n', 'a', 'FAILED'),"
                        + " (now() - interval '3 days', 'n', 'a', 'FAILED'), (now(), 'n', 'a', 'THROTTLED')",
                "delete from login_attempt where at < now() - interval '1 day'",
                "insert into topic_ledger (topic, live) values ('sessions', 7)");
        assertEquals(
                List.of("1"),
                ask(database, "select count(*) from login_attempt where name_key = 'n' and outcome = 'FAILED'"));
        String note = "insert into topic_history (topic, at, live, recovered, bulk, applied, duplicates, superseded,"
                + " quarantined) select topic, '2026-11-23T12:00Z', live, recovered, bulk, applied, duplicates,"
                + " superseded, quarantined from topic_ledger on conflict (topic, at) do nothing";
        run(database, note, note);
        assertEquals(
                List.of("7"),
                ask(database, "select max(live) from topic_history group by date_bin('1 hour', at, 'epoch')"));
    }

    private static List<String> hypertables(Connection database) throws SQLException {
        return ask(database, "select hypertable_name from timescaledb_information.hypertables order by 1");
    }

    private Connection database(String name) throws SQLException {
        try (Connection server = connect("postgres")) {
            run(server, "create database " + name);
        }
        return connect(name);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
    }

    private static void migrate(Connection database) throws IOException, SQLException {
        Path folder = Project.root().resolve("clarion-ejb/src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.comparingInt(HypertablesIT::version))
                    .toList()) {
                run(database, Files.readString(file));
            }
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    private static void run(Connection database, String... statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> ask(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
