package clarion.ejb.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.PlainConnections;
import clarion.ejb.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(60)
class ChangeListenerDatabaseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final SessionsChanged BATCH = new SessionsChanged(1, 2, 3, List.of(4L, 5L), NOON);

    private final DataSource database = TestDatabase.migrated();
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private final ChangeListener listener = new ChangeListener(
            new PlainConnections(this::source), told::add, () -> told.add("missed"), () -> told.add("silent"));
    private final Thread thread = new Thread(listener, "listener");

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(((PGSimpleDataSource) database).getUrl());
        source.setUser("postgres");
        return source;
    }

    @BeforeEach
    void begin() throws Exception {
        thread.start();
        // until it listens nothing is heard: what is sent until then is sent in vain
        while (told.poll(50, TimeUnit.MILLISECONDS) == null) {
            send(new SessionsChanged(9, 9, 9, List.of(), NOON), true);
        }
        while (told.poll(500, TimeUnit.MILLISECONDS) != null) {
            // the rest of them
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        listener.stop();
        thread.join(10_000);
        assertTrue(!thread.isAlive());
    }

    private void send(SessionsChanged changes, boolean commit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ChangeNotice.send(connection, changes);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    @Test
    void hearsWhatWasCommittedAndNothingElse() throws Exception {
        send(new SessionsChanged(7, 7, 7, List.of(), NOON), false);
        send(BATCH, true);
        assertEquals(BATCH, told.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void saysThatItMayHaveMissedSomethingOnceItHearsAgain() throws Exception {
        TestDatabase.run(
                database,
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'clarion-events'"
                        + " and datname = current_database()");
        assertEquals("missed", told.poll(20, TimeUnit.SECONDS));
        send(BATCH, true);
        assertEquals(BATCH, told.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void saysSoWhenTheDatabaseThatItIsConnectedToAnswersNothing() throws Exception {
        String pid = backend();
        try {
            signal("-STOP", pid);
            assertEquals("silent", told.poll(20, TimeUnit.SECONDS));
        } finally {
            signal("-CONT", pid);
        }
        assertEquals("missed", told.poll(20, TimeUnit.SECONDS));
    }

    private String backend() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid from pg_stat_activity where"
                        + " application_name = 'clarion-events' and datname = current_database()")) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    private static void signal(String name, String pid) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", name, pid).start().waitFor());
    }

    @Test
    void aNoticeIsShortEnoughForPostgresHoweverMuchABatchDid() {
        List<Long> ids =
                LongStream.range(0, 500).mapToObj(i -> Long.MAX_VALUE - i).toList();
        String words = ChangeNotice.write(
                new SessionsChanged(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, ids, NOON));
        assertTrue(words.length() < 4_000);
        assertEquals(ids.subList(0, 100), ChangeNotice.read(words).orElseThrow().ids());
        assertEquals(Optional.empty(), ChangeNotice.read("what another release says"));
        assertEquals(Optional.empty(), ChangeNotice.read("1 2 3 4 5"));
    }
}
