package clarion.ejb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MigrationsDatabaseTest {

    private static final int REPLICAS = 3;
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final String[] ROWS = {
        "insert into account (id, version, username, password_hash, roles, created_at, password_changed_at) values"
                + " (50, 1, 'admin', 'hash', 'administrator', now(), now())",
        "insert into api_token (id, account_id, name, token_hash, prefix, created_at) values"
                + " (50, 50, 'old', repeat('a', 64), 'clr_', now())",
        "insert into audit_entry (at, actor, via, action, target) values (now(), 'admin', 'session', 'login', 'x')",
        "insert into login_attempt (at, name_key, address_key, outcome) values"
                + " (now(), 'n', 'a', 'FAILED'), (now(), 'n', 'a', 'THROTTLED')",
        "insert into network_user (id, identity, name, kind, first_seen, last_seen) values"
                + " (50, 'anna@corp', 'Anna', 'PERSON', now(), now())",
        "insert into session (id, session_key, latest, live, state, mac, ip, user_id, user_name, started_at, updated_at,"
                + " received_at, content_hash) select n, 'k' || n, true, true, 'STARTED', '00:11:22:33:44:55',"
                + " '10.1.2.3', 50, 'anna', now(), now(), now(), '\\x00' from generate_series(1, 1000) n",
        "insert into device (mac, first_seen, last_seen, ip) values ('00:11:22:33:44:55', now(), now(), '10.1.2.3')",
        "insert into security_group (id, name, sgt, received_at) values ('g', 'Cameras', 17, now())",
        "insert into topic_position (topic, sequence, event_time, saved_at) values ('sessions', 9, now(), now())",
        "insert into topic_ledger (topic, live, applied) values ('sessions', 9, 9)",
        "insert into quarantined_message (id, topic, source, received_at, reason, body) values"
                + " (50, 'sessions', '/topic/x', now(), 'r', 'b'), (51, 'sessions', '/topic/x', now(), 'r', 'b')",
        "insert into radius_failure (id, mac, attributes, received_at) values"
                + " ('f', '00:11:22:33:44:55', '{}', now())",
    };

    @TempDir
    private Path directory;

    @Test
    void severalReplicasMayStartAtOnceOnAnEmptyDatabase() throws Exception {
        DataSource database = TestDatabase.empty();
        assertEquals(List.of(newest(), newest(), newest()), migrateAtOnce(database));
        assertEquals(List.of("true"), ask(database, "select distinct success::text from flyway_schema_history"));
        assertEquals(
                List.of(Integer.toString(migrations().size())),
                ask(database, "select count(*) from flyway_schema_history where version is not null"));
    }

    @Test
    void severalReplicasMayStartAtOnceOnTheSchemaBefore() throws Exception {
        DataSource database = atVersion5();
        assertEquals(List.of(newest(), newest(), newest()), migrateAtOnce(database));
        assertEquals(List.of("1000"), ask(database, "select count(*) from session"));
    }

    @Test
    void anUpgradeLeavesEveryRowAsItWas() throws Exception {
        DataSource database = atVersion5();
        List<String> questions = questions(database);
        List<String> before = answers(database, questions);
        assertTrue(before.size() > 1000, () -> before.size() + " rows");
        MigrationsBean.migrate(database);
        assertEquals(before, answers(database, questions));
        MigrationsBean.migrate(database);
        assertEquals(before, answers(database, questions), "to migrate again changes nothing");
        assertEquals(
                List.of("52"),
                ask(
                        database,
                        "with new as (insert into login_attempt (at, name_key, address_key, outcome)"
                                + " select now(), 'n', 'a', 'FAILED' from generate_series(1, 50) returning id)"
                                + " select max(id) from new"),
                "identities go on");
    }

    /** As in a rolling update, when a replica of the release before starts again on the new schema. */
    @Test
    void aReleaseBeforeStartsOnANewerSchema() throws Exception {
        DataSource database = TestDatabase.migrated();
        Flyway before = Flyway.configure(MigrationsBean.class.getClassLoader())
                .dataSource(database)
                .locations("filesystem:" + only(4))
                .load();
        before.migrate();
        assertEquals(List.of(newest()), ask(database, "select max(version::int) from flyway_schema_history"));
    }

    private DataSource atVersion5() throws IOException {
        DataSource database = TestDatabase.empty();
        Flyway.configure(MigrationsBean.class.getClassLoader())
                .dataSource(database)
                .locations("filesystem:" + only(5))
                .load()
                .migrate();
        TestDatabase.run(database, ROWS);
        return database;
    }

    /** The migrations of a release that knew as many. */
    private Path only(int versions) throws IOException {
        Path target = Files.createDirectories(directory.resolve("V" + versions));
        for (Path file : migrations()) {
            if (version(file) <= versions) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }

    private static String newest() throws IOException {
        return Integer.toString(migrations().stream()
                .mapToInt(MigrationsDatabaseTest::version)
                .max()
                .orElseThrow());
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.toList();
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    private static List<String> migrateAtOnce(DataSource database) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS);
        try {
            CyclicBarrier start = new CyclicBarrier(REPLICAS);
            List<Future<String>> versions = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                versions.add(replicas.submit(() -> {
                    start.await();
                    return MigrationsBean.migrate(database);
                }));
            }
            List<String> reached = new ArrayList<>();
            for (Future<String> version : versions) {
                reached.add(version.get());
            }
            return reached;
        } finally {
            replicas.shutdownNow();
        }
    }

    /** A question for each table that is there now: its rows, by its present columns without derived ones. */
    private static List<String> questions(DataSource database) throws SQLException {
        return ask(database, """
                select format('select %L || row(%s)::text from %I order by 1', c.relname,
                    string_agg(quote_ident(a.attname), ', ' order by a.attnum), c.relname)
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and a.attgenerated = ''
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
                group by c.relname order by c.relname""");
    }

    private static List<String> answers(DataSource database, List<String> questions) throws SQLException {
        List<String> answers = new ArrayList<>();
        for (String question : questions) {
            answers.addAll(ask(database, question));
        }
        return answers;
    }

    private static List<String> ask(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        }
    }
}
