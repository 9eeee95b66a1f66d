package clarion.simulator.ers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ErsSessionsTest {

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final ErsSessions sessions = new ErsSessions(clock);

    @Test
    void forgetsATokenThatIsNotUsedFor60Seconds() {
        ErsSessions.Given given = sessions.token("", "ersadmin");
        now = now.plusSeconds(60);
        assertTrue(sessions.accepts(given.cookie(), "ersadmin", given.token()));
        now = now.plusSeconds(60);
        sessions.touch(given.cookie(), "ersadmin");
        now = now.plusSeconds(60);
        assertTrue(sessions.accepts(given.cookie(), "ersadmin", given.token()), "every call keeps it");
        now = now.plusSeconds(61);
        assertFalse(sessions.accepts(given.cookie(), "ersadmin", given.token()));
    }

    @Test
    void givesTheSameTokenWithinASessionAndOtherwiseAnother() {
        ErsSessions.Given given = sessions.token("", "ersadmin");
        assertEquals(given, sessions.token(given.cookie(), "ersadmin"));
        assertNotEquals(given, sessions.token("", "ersadmin"));
        assertFalse(sessions.accepts(given.cookie(), "ersadmin", "other"));
        sessions.expire();
        assertFalse(sessions.accepts(given.cookie(), "ersadmin", given.token()));
    }
}
