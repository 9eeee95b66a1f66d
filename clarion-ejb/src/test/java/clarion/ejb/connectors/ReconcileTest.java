package clarion.ejb.connectors;

import static clarion.ejb.IngestWorld.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.settings.SettingKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconcileTest {

    private static ReconcileRun.Part part(String topic, String reason, int from, int to, long missing) {
        return new ReconcileRun.Part(topic, reason, NOON.plusSeconds(from), NOON.plusSeconds(to), 10, missing, 1, 2);
    }

    @Test
    void aRunIsAllTopicsOneAfterTheOther() {
        ReconcileRun run = ReconcileRun.latest(List.of(
                        part("groups", "SCHEDULED", 70, 80, 1),
                        part("sessions", "SCHEDULED", 0, 60, 2),
                        part("groups", "SCHEDULED", -10, -5, 4)))
                .orElseThrow();
        assertEquals(new ReconcileRun(NOON.plusSeconds(80), "SCHEDULED", 20, 3, 2, 4, 80), run);
    }

    @Test
    void aRunOfYesterdayOrOfAnotherReasonIsAnother() {
        ReconcileRun.Part last = part("groups", "REQUESTED", 70, 80, 1);
        for (ReconcileRun.Part before :
                List.of(part("sessions", "REQUESTED", -90_000, -86_400, 2), part("sessions", "SCHEDULED", 0, 60, 2))) {
            assertEquals(Optional.of(last.alone()), ReconcileRun.latest(List.of(last, before)));
        }
        assertTrue(ReconcileRun.latest(List.of()).isEmpty());
    }

    @Test
    void theNextOneIsTodayOrTomorrow() {
        ReconcileSettings settings = new ReconcileSettings(Optional.of(LocalTime.of(3, 0)), Duration.ofDays(30));
        assertEquals("03:00", settings.schedule());
        Instant three = Instant.parse("2026-11-24T03:00:00Z");
        assertEquals(Optional.of(three), settings.next(three.minusSeconds(1)));
        assertEquals(Optional.of(three.plus(Duration.ofDays(1))), settings.next(three));
        ReconcileSettings off = new ReconcileSettings(Optional.empty(), Duration.ofDays(30));
        assertEquals("off", off.schedule());
        assertTrue(off.next(three).isEmpty());
    }

    @Test
    void aTimeOfDayIsCheckedAtStart() {
        SettingKind kind = ReconcileSettings.KEYS.get(0).kind();
        assertTrue(kind.fault("03:00").isEmpty());
        assertTrue(kind.fault("off").isEmpty());
        assertEquals(
                "'3 am' is no time of day; write 03:00 for three in the morning, or off",
                kind.fault("3 am").orElseThrow());
    }
}
