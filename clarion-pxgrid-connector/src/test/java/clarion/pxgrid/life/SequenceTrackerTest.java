package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.life.SequenceTracker.Verdict;
import clarion.pxgrid.sessions.SessionMessages;
import clarion.pxgrid.topics.TopicMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SequenceTrackerTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SequenceTracker tracker = new SequenceTracker(Topic.SESSIONS);

    private static TopicMessage<SessionReport> message(String sequence, Instant at) {
        String json =
                "{" + (sequence.isEmpty() ? "" : "\"sequence\":" + sequence + ",") + "\"sessions\":[{\"timestamp\":\""
                        + at + "\",\"state\":\"STARTED\",\"macAddress\":\"020000000001\"}]}";
        return SessionMessages.read("/topic/x", json.getBytes(StandardCharsets.UTF_8), NOON);
    }

    private Verdict take(String sequence, Instant at) {
        TopicMessage<SessionReport> message = message(sequence, at);
        Verdict verdict = tracker.judge(message);
        tracker.accept(message);
        message.elements().forEach(report -> tracker.streamed(report.timestamp(), report.timestamp()));
        return verdict;
    }

    @Test
    void followsNumbersThatGoUpByOne() {
        assertEquals(Verdict.IN_ORDER, take("7", NOON));
        assertEquals(Verdict.IN_ORDER, take("8", NOON));
        assertEquals(new TopicPosition(Topic.SESSIONS, 8L, NOON), tracker.position());
    }

    @Test
    @Tag("pxgrid-22")
    void seesAGapOnceAndGoesOn() {
        take("7", NOON);
        assertEquals(Verdict.GAP, take("10", NOON.plusSeconds(1)));
        assertEquals(Verdict.IN_ORDER, take("11", NOON.plusSeconds(2)));
    }

    @Test
    @Tag("pxgrid-23")
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
    @Tag("pxgrid-22")
    void claimsNothingWithoutNumbers() {
        assertEquals(Verdict.IN_ORDER, take("", NOON));
        assertEquals(Verdict.IN_ORDER, take("", NOON.plusSeconds(5)));
        assertEquals(new TopicPosition(Topic.SESSIONS, null, NOON.plusSeconds(5)), tracker.position());
    }

    @Test
    void startsARecoveryEarlierByAsMuchAsTheStreamWasSeenOutOfOrder() {
        take("1", NOON);
        take("2", NOON.minusSeconds(5));
        take("3", NOON.plusSeconds(10));
        assertEquals(new TopicPosition(Topic.SESSIONS, 3L, NOON.plusSeconds(5)), tracker.position());
    }

    @Test
    void doesNotBelieveAClockFarAheadOfTheOthers() {
        take("1", NOON);
        take("2", NOON.plusSeconds(7200));
        take("3", NOON.plusSeconds(1));
        assertTrue(tracker.position().timestamp().isBefore(NOON.plusSeconds(2)));
    }

    @Test
    void seesALossBetweenTheRecoveryAndTheFirstMessageAfterIt() {
        tracker.resumeAt(new TopicPosition(Topic.SESSIONS, 20L, NOON));
        tracker.recovered(NOON.minusSeconds(60), 5);
        assertEquals(Verdict.GAP, take("27", NOON.plusSeconds(1)), "six messages passed, five events came");
        tracker.resumeAt(new TopicPosition(Topic.SESSIONS, 20L, NOON));
        tracker.recovered(NOON.minusSeconds(60), 6);
        assertEquals(Verdict.IN_ORDER, take("27", NOON.plusSeconds(1)));
        tracker.resumeAt(new TopicPosition(Topic.SESSIONS, 20L, NOON));
        tracker.recovered(NOON.plusSeconds(60), 0);
        assertEquals(Verdict.IN_ORDER, take("27", NOON.plusSeconds(1)), "what came before it was asked is in it");
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
