package clarion.ejb.flows.collector;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.flows.collector.CollectorStatus.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectorStatusTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    private static boolean isDegraded(State state, @Nullable Instant lossAt) {
        return new CollectorStatus(state, 2055, 2, 1, 0, 0, 0L, 0, 0, 0, 0, lossAt, null).isDegraded(NOON, FIVE);
    }

    @Test
    void isDegradedWhileThePortIsClosedAndForAWhileAfterALoss() {
        assertFalse(isDegraded(State.LISTENING, null));
        assertTrue(isDegraded(State.FAILED, null));
        assertTrue(isDegraded(State.LISTENING, NOON.minusSeconds(299)));
        assertFalse(isDegraded(State.LISTENING, NOON.minusSeconds(301)));
        assertFalse(CollectorStatus.OFF.isDegraded(NOON, FIVE));
    }
}
