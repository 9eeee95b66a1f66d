package clarion.web.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final EventLog log = new EventLog(START);

    @Test
    void replaysWhatAClientMissed() {
        EventFrame first = log.remember("sessions", "1");
        log.number("status", "s");
        EventFrame third = log.remember("sessions", "3");
        assertEquals(Optional.of(List.of(third)), log.since(Long.toString(first.id())));
        assertEquals(Optional.of(List.of()), log.since(Long.toString(third.id())));
    }

    @Test
    void admitsThatItDoesNotKnowWhatWasBeforeTheStart() {
        EventFrame before = new EventLog(START.minusSeconds(1)).remember("sessions", "1");
        EventFrame now = log.remember("sessions", "1");
        assertTrue(before.id() < now.id());
        assertEquals(Optional.empty(), log.since(Long.toString(before.id())));
        assertEquals(Optional.empty(), log.since("rubbish"));
        assertEquals(Optional.empty(), log.since(Long.toString(now.id() + 1)));
    }

    @Test
    void admitsThatItForgetsWhatIsLongAgo() {
        EventFrame first = log.remember("sessions", "0");
        EventFrame second = log.remember("sessions", "1");
        for (int i = 0; i < 239; i++) {
            log.remember("sessions", "x");
        }
        assertEquals(239, log.since(Long.toString(second.id())).orElseThrow().size());
        assertEquals(240, log.since(Long.toString(first.id())).orElseThrow().size());
        log.remember("sessions", "y");
        assertEquals(Optional.empty(), log.since(Long.toString(first.id())));
    }

    @Test
    void numbersWithinWhatJavaScriptCanCount() {
        EventLog inTheYear2037 = new EventLog(Instant.parse("2037-01-01T00:00:00Z"));
        assertTrue(inTheYear2037.number("status", "x").id() < 1L << 53);
    }

    @Test
    void writesAFrameAsTheStandardSays() {
        assertEquals(
                "id: 7\nevent: status\ndata: {}\n\n",
                new String(new EventFrame(7, "status", "{}").bytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertThrows(IllegalArgumentException.class, () -> new EventFrame(7, "status", "a\nb"));
    }
}
