package clarion.web.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final EventLog log = new EventLog("here");

    @Test
    void replaysWhatAClientMissed() {
        EventFrame first = log.remember("sessions", "1");
        log.number("status", "s");
        EventFrame third = log.remember("sessions", "3");
        assertEquals(Optional.of(List.of(third)), log.since(first.id()));
        assertEquals(Optional.of(List.of()), log.since(third.id()));
    }

    @Test
    void takesNoIdForItsOwnThatItDidNotGive() {
        EventFrame now = log.remember("sessions", "1");
        EventFrame elsewhere = new EventLog("elsewhere").remember("sessions", "1");
        assertEquals(Optional.of(List.of()), log.since(now.id()));
        assertEquals(Optional.empty(), log.since(elsewhere.id()));
        assertEquals(Optional.empty(), log.since("rubbish"));
        assertEquals(Optional.empty(), log.since("x-here"));
        assertEquals(Optional.empty(), log.since("2-here"));
        assertEquals(Optional.empty(), log.since("7391823617753088"));
    }

    @Test
    void saysThatItMissedSomethingToWhoeverSawWhatWasBefore() {
        EventFrame before = log.remember("sessions", "1");
        log.forget();
        EventFrame after = log.remember("sessions", "2");
        assertEquals(Optional.empty(), log.since(before.id()));
        assertEquals(Optional.of(List.of()), log.since(after.id()));
    }

    @Test
    void admitsThatItForgetsWhatIsLongAgo() {
        EventFrame first = log.remember("sessions", "0");
        EventFrame second = log.remember("sessions", "1");
        for (int i = 0; i < 239; i++) {
            log.remember("sessions", "x");
        }
        assertEquals(239, log.since(second.id()).orElseThrow().size());
        assertEquals(240, log.since(first.id()).orElseThrow().size());
        log.remember("sessions", "y");
        assertEquals(Optional.empty(), log.since(first.id()));
    }

    @Test
    void writesAFrameAsTheStandardSays() {
        assertEquals(
                "id: 7-here\nevent: status\ndata: {}\n\n",
                new String(new EventFrame("7-here", "status", "{}").bytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertThrows(IllegalArgumentException.class, () -> new EventFrame("7-here", "status", "a\nb"));
    }
}
