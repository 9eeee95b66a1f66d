package clarion.ejb.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.ejb.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LedgerHistoryDatabaseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:30Z");

    private final DataSource database = TestDatabase.migrated();

    @Test
    void notesTheTotalsOfEachTopicOnceAMinute() throws SQLException {
        TestDatabase.run(database, "insert into topic_ledger (topic, live) values ('sessions', 7), ('endpoints', 1)");
        assertEquals(2, note(NOON));
        assertEquals(0, note(NOON.plusSeconds(20)), "another replica, or the same minute again");
        TestDatabase.run(database, "update topic_ledger set live = 9 where topic = 'sessions'");
        assertEquals(2, note(NOON.plusSeconds(40)));
        assertEquals(
                "7,9",
                ask("select string_agg(live::text, ',' order by at) from topic_history where topic = 'sessions'"));
    }

    @Test
    void forgetsWhatIsOlder() throws SQLException {
        TestDatabase.run(database, "insert into topic_ledger (topic) values ('sessions')");
        note(NOON.minus(Duration.ofDays(31)));
        note(NOON);
        try (Connection connection = database.getConnection()) {
            assertEquals(1, new LedgerHistoryTable(connection).removeBefore(NOON.minus(Duration.ofDays(30))));
        }
        assertEquals("1", ask("select count(*) from topic_history"));
    }

    private int note(Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new LedgerHistoryTable(connection).note(now);
        }
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
