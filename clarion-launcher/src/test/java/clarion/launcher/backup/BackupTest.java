package clarion.launcher.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BackupTest {

    private static final Path MIGRATIONS = Path.of("../clarion-ejb/src/main/resources/db/migration");

    /** What COPY has to write in another way than it stands, and types that PostgreSQL has and Java has not. */
    private static final String[] SAMPLE = {
        "insert into account (id, version, username, password_hash, roles, created_at, password_changed_at) values"
                + " (50, 1, 'admin', 'pbkdf2$x', 'administrator', now(), now())",
        "insert into api_token (id, account_id, name, token_hash, prefix, created_at) values"
                + " (50, 50, E'tab\\there', repeat('a', 64), 'clr_', '2026-01-01 00:00:00.123456+02')",
        "insert into audit_entry (at, actor, via, remote_address, action, target, after) values"
                + " (now(), 'admin', 'session', '2001:db8::1', 'login', 'account/50', '{\"ü\": [1, null]}'),"
                + " (now(), E'back\\\\slash', 'token', null, 'x', 'y', null)",
        "insert into network_user (id, identity, name, kind, first_seen, last_seen) values"
                + " (50, 'anna@corp', E'Anna\\nZeile', 'PERSON', now(), now())",
        "insert into session (id, session_key, latest, live, state, mac, ip, user_id, user_name, started_at, updated_at,"
                + " received_at, content_hash) values (50, 'k', true, true, 'STARTED', '00:11:22:33:44:55', '10.1.2.3',"
                + " 50, 'anna', now(), now(), now(), '\\xdeadbeef')",
        "insert into security_group (id, name, sgt, received_at) values ('g1', 'Cameras', 17, now())",
        "update security_group set name = 'IP cameras'",
        "select nextval('session_seq'), nextval('account_seq')",
    };

    @TempDir
    private Path directory;

    private final Servers servers = new Servers();

    @BeforeAll
    void start() throws IOException {
        servers.start();
    }

    @AfterAll
    void stop() throws IOException {
        servers.close();
    }

    @Test
    void bringsBackEveryRowAndEverySequence() throws SQLException {
        DataSource source = sample();
        Path file = backUp(source);
        DataSource target = servers.empty();
        restore(target).read(file, false);
        assertEquals(everything(source), everything(target));
        assertEquals(2, servers.number(target, "select count(*) from security_group_name"), "no trigger added to them");
        assertEquals(100, servers.number(target, "select nextval('session_seq')"), "sequences go on where they were");
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> servers.run(target, "set session_replication_role = replica", "delete from audit_entry"));
        assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), String.valueOf(refused));
        assertEquals(
                3,
                servers.number(
                        target,
                        "with new as (insert into audit_entry (at, actor, via, action, target) values"
                                + " (now(), 'a', 'system', 'b', 'c') returning id) select id from new"),
                "identities go on where they were");
    }

    @Test
    void bringsBackFlowsIntoPartitionsOfTheirTime() throws SQLException {
        DataSource source = sample();
        servers.run(
                source,
                "select flow_cover('flow_5m', '2026-11-01Z', '2026-11-03Z')",
                "insert into flow_5m select t, t, t, 1, 1, 1, 1, 1, 2, 443, 443, 1, 20, 30, 1, 1, 0, 0, 0, 1, 6, 0, 1, 0"
                        + " from generate_series(timestamptz '2026-11-01Z', '2026-11-03Z', '1 hour') t");
        DataSource target = servers.empty();
        restore(target).read(backUp(source), false);
        assertEquals(everything(source), everything(target));
        assertEquals(49, servers.number(target, "select count(*) from flow_5m"));
    }

    @Test
    void keepsTheFileToItsOwner() throws Exception {
        Path file = backUp(sample());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList(), "nothing else is left");
        }
    }

    /** Two rows are always added together; a backup that shows one without the other was not taken at one moment. */
    @Test
    void showsOneMomentWhileOthersWrite() throws Exception {
        DataSource source = sample();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch writing = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            for (int i = 0; !enough.get(); i++) {
                servers.run(
                        source,
                        "begin; insert into login_attempt (at, name_key, address_key, outcome) values (now(), 'n" + i
                                + "', 'a', 'FAILED'); insert into topic_gap (id, topic, cause, from_at, noticed_at,"
                                + " detail) values (gen_random_uuid(), 'sessions', 'x', now(), now(), 'n" + i
                                + "'); commit");
                writing.countDown();
            }
        });
        writer.start();
        writing.await();
        DataSource target = servers.empty();
        try {
            restore(target).read(backUp(source), false);
        } finally {
            enough.set(true);
            writer.join();
        }
        long attempts = servers.number(target, "select count(*) from login_attempt");
        assertTrue(attempts > 0);
        assertEquals(attempts, servers.number(target, "select count(*) from topic_gap"));
    }

    @Test
    void migratesWhatAnOlderReleaseBackedUp() throws SQLException {
        DataSource source = servers.empty();
        new Migrations(MIGRATIONS).make(source, 4);
        servers.run(source, SAMPLE);
        Path file = backUp(source);
        assertEquals(4, Restore.look(file).schema());
        DataSource target = servers.empty();
        restore(target).read(file, false);
        assertEquals(
                new Migrations(MIGRATIONS).newest(target),
                servers.number(target, "select max(version::int) from flyway_schema_history"));
        assertEquals(1, servers.number(target, "select count(*) from session where user_name = 'anna'"));
    }

    @Test
    void refusesWhatANewerReleaseBackedUp() throws Exception {
        Path file =
                rewritten(backUp(sample()), Manifest.ENTRY, json -> json.replaceFirst("(\"schema\": ?)\\d+", "$1999"));
        BackupException refused = assertThrows(
                BackupException.class, () -> restore(servers.empty()).read(file, false));
        assertTrue(refused.line().contains("schema 999"), refused.line());
    }

    @Test
    void refusesADatabaseThatIsNotEmptyUnlessToldToReplaceIt() throws SQLException {
        DataSource source = sample();
        Path file = backUp(source);
        DataSource target = sample();
        servers.run(target, "insert into security_group (id, name, sgt, received_at) values ('g2', 'Other', 9, now())");
        BackupException refused =
                assertThrows(BackupException.class, () -> restore(target).read(file, false));
        assertTrue(refused.line().contains("not empty"), refused.line());
        assertEquals(2, servers.number(target, "select count(*) from security_group"));
        servers.run(
                target, "create extension btree_gist", "create view others as select 1", "create table other (n int)");
        restore(target).read(file, true);
        assertEquals(everything(source), everything(target));
        assertEquals(1, servers.number(target, "select count(*) from pg_extension where extname = 'btree_gist'"));
        assertEquals(0, servers.number(target, "select count(*) from pg_views where viewname = 'others'"));
    }

    @Test
    void noticesADamagedFileBeforeItTouchesTheDatabase() throws Exception {
        Path file = rewritten(backUp(sample()), "tables/account.copy", rows -> rows.replace("admin", "nimda"));
        DataSource target = sample();
        BackupException refused =
                assertThrows(BackupException.class, () -> restore(target).read(file, true));
        assertTrue(refused.line().contains("account"), refused.line());
        assertEquals(1, servers.number(target, "select count(*) from account where username = 'admin'"));
        Path cut = Files.write(directory.resolve("cut.zip"), java.util.Arrays.copyOf(Files.readAllBytes(file), 2_000));
        assertThrows(BackupException.class, () -> restore(target).read(cut, true));
        assertEquals(1, servers.number(target, "select count(*) from account where username = 'admin'"));
    }

    @Test
    void refusesADatabaseThatAClarionUses() throws SQLException {
        Path file = backUp(sample());
        DataSource target = servers.empty();
        try (Connection clarion = target.getConnection();
                Statement statement = clarion.createStatement()) {
            statement.execute("set application_name = 'clarion'");
            BackupException refused =
                    assertThrows(BackupException.class, () -> restore(target).read(file, true));
            assertTrue(refused.line().contains("stop it first"), refused.line());
        }
    }

    @Test
    void hasNothingToSaveOfADatabaseWithoutClarion() {
        DataSource empty = servers.empty();
        assertThrows(BackupException.class, () -> backUp(empty));
        assertFalse(Files.exists(directory.resolve("test.backup.zip")));
    }

    private DataSource sample() throws SQLException {
        DataSource database = servers.empty();
        new Migrations(MIGRATIONS).complete(database);
        servers.run(database, SAMPLE);
        return database;
    }

    private Path backUp(DataSource source) throws SQLException {
        Path file = directory.resolve("test.backup.zip");
        try (Connection connection = source.getConnection()) {
            Backup.write(connection, file, "0.1.0");
        }
        return file;
    }

    private static Restore restore(DataSource target) {
        return new Restore(target, new Migrations(MIGRATIONS));
    }

    /** All that a backup of it would hold, without the moment at which it was taken. */
    private String everything(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Manifest manifest = Backup.write(connection, directory.resolve("compare.zip"), "0.1.0");
            return manifest.tables() + "\n" + manifest.sequences();
        }
    }

    private Path rewritten(Path file, String name, UnaryOperator<String> change) throws IOException {
        Path other = directory.resolve("rewritten.zip");
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = from.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    to.write(
                            entry.getName().equals(name)
                                    ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : bytes);
                }
            }
        }
        return other;
    }
}
