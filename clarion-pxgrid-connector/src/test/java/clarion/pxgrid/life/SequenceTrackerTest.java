package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.life.SequenceTracker.Verdict;
import clarion.pxgrid.sessions.TopicMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SequenceTrackerTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SequenceTracker tracker = new SequenceTracker(Topic.SESSIONS);

    private static TopicMessage message(String sequence, Instant at) {
        String json =
                "{" + (sequence.isEmpty() ? "" : "\"sequence\":" + sequence + ",") + "\"sessions\":[{\"timestamp\":\""
                        + at + "\",\"state\":\"STARTED\",\"macAddress\":\"020000000001\"}]}";
        return TopicMessage.read("/topic/x", json.getBytes(StandardCharsets.UTF_8), NOON);
    }

    private Verdict take(String sequence, Instant at) {
        TopicMessage message = message(sequence, at);
        Verdict verdict = tracker.judge(message);
        tracker.accept(message);
        message.reports().forEach(report -> tracker.newest(report.timestamp()));
        return verdict;
    }

    @Test
    void followsNumbersThatGoUpByOne() {
        assertEquals(Verdict.IN_ORDER, take("7", NOON));
        assertEquals(Verdict.IN_ORDER, take("8", NOON));
        assertEquals(new TopicPosition(Topic.SESSIONS, 8L, NOON), tracker.position());
    }

    @Test
    void seesAGapOnceAndGoesOn() {
        take("7", NOON);
        assertEquals(Verdict.GAP, take("10", NOON.plusSeconds(1)));
        assertEquals(Verdict.IN_ORDER, take("11", NOON.plusSeconds(2)));
    }

    @Test
    void takesCopiesAndLateComersForWhatTheyAre() {
        take("7", NOON);
        take("10", NOON.plusSeconds(3));
        assertEquals(Verdict.KNOWN, take("10", NOON.plusSeconds(3)));
        assertEquals(Verdict.KNOWN, take("9", NOON.plusSeconds(2)));
        assertEquals(Verdict.IN_ORDER, take("11", NOON.plusSeconds(4)));
    }

    @Test
    void seesThatThePublisherBeganAnew() {
        take("7", NOON);
        assertEquals(Verdict.RESTART, take("0", NOON.plusSeconds(1)));
        assertEquals(Verdict.IN_ORDER, take("1", NOON.plusSeconds(2)));
        take("2", NOON.plusSeconds(3));
        assertEquals(Verdict.RESTART, take("1", NOON.plusSeconds(9)), "a low number with a new event");
    }

    @Test
    void claimsNothingWithoutNumbers() {
        assertEquals(Verdict.IN_ORDER, take("", NOON));
        assertEquals(Verdict.IN_ORDER, take("", NOON.minusSeconds(5)));
        assertEquals(new TopicPosition(Topic.SESSIONS, null, NOON), tracker.position());
    }

    @Test
    void afterAReconnectAJumpIsCoveredAndAFallIsNot() {
        tracker.resumeAt(new TopicPosition(Topic.SESSIONS, 20L, NOON));
        assertEquals(Verdict.IN_ORDER, take("25", NOON.plusSeconds(1)));
        assertEquals(Verdict.GAP, take("27", NOON.plusSeconds(2)));
        tracker.resumeAt(new TopicPosition(Topic.SESSIONS, 20L, NOON));
        assertEquals(Verdict.OTHER_PUBLISHER, take("20", NOON.plusSeconds(1)));
    }

    @Test
    void hasNoPositionBeforeTheFirstEvent() {
        assertTrue(tracker.position().isNone());
    }
}
