package clarion.ejb.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.ejb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DataCountsDatabaseTest {

    /** A clock that is set by hand. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        void jump(Duration by) {
            now = now.plus(by);
        }
    }

    private final DataSource database = TestDatabase.migrated();
    private final SetClock clock = new SetClock();
    private final DataCounts counts = new DataCounts(database, clock);

    @Test
    void countsAnewAfterTheClockWasSetBack() throws SQLException {
        assertEquals(0L, counts.current().users());
        addUser(1);
        assertEquals(0L, counts.current().users(), "within a second the totals before");
        clock.jump(Duration.ofHours(-1));
        assertEquals(1L, counts.current().users());
        assertEquals(clock.instant(), counts.current().asOf());
        addUser(2);
        clock.jump(Duration.ofHours(3));
        assertEquals(2L, counts.current().users());
    }

    private void addUser(int id) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into network_user (id, identity, name, kind, first_seen, last_seen) values (" + id
                    + ", 'user" + id + "', 'user" + id + "', 'PERSON', now(), now())");
        }
    }
}
