package clarion.ejb.connectors.leadership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.PlainConnections;
import clarion.ejb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(60)
class ElectionDatabaseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final DataSource database = TestDatabase.migrated();
    private final List<Node> nodes = new ArrayList<>();

    /** One process of Clarion, as far as it stands for election. */
    private final class Node {
        final FakeConnector connector = new FakeConnector();
        final Fence fence = new Fence();
        final DatabaseReadiness readiness = TestDatabase.ready();
        final Election election;

        Node(String name) {
            election = new Election(
                    new PlainConnections(ElectionDatabaseTest.this::source),
                    readiness,
                    connector,
                    connector,
                    new Candidate(name, "http://" + name + ":9000", NOON),
                    fence,
                    CLOCK);
            nodes.add(this);
        }

        /** Stands for election; returns the last that its connector was told. */
        String round() {
            election.round();
            return connector.last();
        }

        /** A transaction that stores something, up to its commit. */
        void store(Connection connection, String holder) throws SQLException {
            fence.enter(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into topic_ledger (topic) values ('" + holder + "')");
            }
        }
    }

    private final Node a = new Node("a");
    private final Node b = new Node("b");

    @AfterEach
    void end() {
        for (Node node : nodes) {
            Thread.currentThread().interrupt(); // it runs its last round and leaves
            node.election.run();
            assertTrue(Thread.interrupted());
        }
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(((PGSimpleDataSource) database).getUrl());
        source.setUser("postgres");
        return source;
    }

    private void loseSessions() {
        TestDatabase.run(
                database,
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'clarion-leader'"
                        + " and datname = current_database()");
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private List<String> stored() throws SQLException {
        List<String> stored = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select topic from topic_ledger order by 1")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        return stored;
    }

    @Test
    void oneLeadsAndTheOtherKnowsWhoSinceWhen() {
        assertEquals("lead", a.round());
        assertEquals("stand by: a leads since 2026-11-23T12:00:00Z (term 1).", b.round());
        assertEquals("lead", a.round());
        assertEquals(1, a.connector.told.size());
        assertTrue(a.fence.isOpen());
        assertFalse(b.fence.isOpen());
    }

    @Test
    void theOtherLeadsWhenTheSessionOfTheLeaderEnds() {
        a.round();
        b.round();
        loseSessions();
        b.round(); // notices that its own session is gone
        assertEquals("lead", b.round());
        a.round();
        assertEquals("stand by: b leads since 2026-11-23T12:00:00Z (term 2).", a.round());
        assertFalse(a.fence.isOpen());
    }

    @Test
    void goesOnInItsTermWhenNobodyLedWhileItHadNoSession() throws SQLException {
        a.round();
        loseSessions();
        a.round();
        assertTrue(a.fence.isOpen());
        a.round();
        assertEquals(List.of("lead"), a.connector.told);
        try (Connection connection = transaction()) {
            a.store(connection, "a");
            connection.commit();
        }
        assertEquals(List.of("a"), stored());
    }

    @Test
    void nothingIsStoredOfATermThatIsOver() throws SQLException {
        a.round();
        loseSessions();
        b.round();
        try (Connection connection = transaction()) {
            ClarionException refused =
                    assertThrows(ClarionException.class, () -> a.store(connection, "a")); // it has not noticed yet
            assertEquals(ProblemType.NOT_LEADING, refused.type());
            connection.rollback();
            b.store(connection, "b");
            connection.commit();
        }
        assertEquals(List.of("b"), stored());
    }

    @Test
    void endsWhatAPausedLeaderHadBegunToStore() throws SQLException {
        a.round();
        try (Connection paused = transaction()) {
            a.store(paused, "a");
            loseSessions();
            assertEquals("lead", b.round());
            assertThrows(SQLException.class, paused::commit);
        }
        assertEquals(List.of(), stored());
    }

    @Test
    void waitsForWhatALeaderIsAboutToCommit() throws SQLException {
        a.round();
        try (Connection slow = transaction()) {
            a.store(slow, "a");
            slow.commit();
        }
        loseSessions();
        assertEquals("lead", b.round());
        assertEquals(List.of("a"), stored());
    }

    @Test
    void doesWhatAnOperatorAskedForAnywhereAndASuccessorGoesByIt() {
        LeadershipService service = new LeadershipService(
                new clarion.ejb.DatabaseWork(database),
                TestDatabase.ready(),
                Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC));
        a.round();
        service.want(false);
        assertEquals("stop", a.round());
        a.round();
        assertEquals(List.of("lead", "stop"), a.connector.told);
        loseSessions();
        assertEquals("lead, stopped", b.round());
    }

    @Test
    void saysThatNobodyCanLeadWithoutADatabase() {
        Node early = new Node("early");
        Election before = new Election(
                new PlainConnections(ElectionDatabaseTest.this::source),
                new DatabaseReadiness(),
                early.connector,
                early.connector,
                new Candidate("early", null, NOON),
                early.fence,
                CLOCK);
        before.round();
        assertEquals("trouble: the database has not been reached yet", early.connector.last());
    }

    @Test
    void leavesTheConnectionToOthersWithoutAController() {
        a.connector.configured = false;
        assertEquals("stand by: This process has no controller to connect to.", a.round());
        assertEquals("lead", b.round());
    }

    @Test
    void knowsWhoStandsBy() {
        a.round();
        b.round();
        LeadershipService service =
                new LeadershipService(new clarion.ejb.DatabaseWork(database), TestDatabase.ready(), CLOCK);
        assertEquals(
                List.of("a", "b"), service.members().stream().map(Member::name).toList());
        assertEquals("http://a:9000", service.term().url());
    }

    @Test
    void hidesNobodyWhoseClockIsWrong() {
        a.round();
        b.round();
        for (Duration jump : List.of(Duration.ofHours(2), Duration.ofHours(-2))) {
            LeadershipService elsewhere = new LeadershipService(
                    new clarion.ejb.DatabaseWork(database), TestDatabase.ready(), Clock.offset(CLOCK, jump));
            assertEquals(2, elsewhere.members().size(), jump::toString);
        }
    }
}
