package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final StatusBoard board = new StatusBoard(Clock.fixed(NOON, ZoneOffset.UTC));

    private void climbTo(State target) {
        board.move(Life.Stopped.class, stopped -> stopped.start(NOON));
        board.move(Life.Activating.class, activating -> activating.enabled(NOON));
        board.move(Life.LookingUp.class, lookup -> lookup.found("node", NOON));
        board.move(Life.Connecting.class, connecting -> connecting.subscribed(NOON));
        if (target == State.LIVE) {
            board.move(Life.Syncing.class, syncing -> syncing.complete(NOON));
        }
    }

    @Test
    void climbsStepByStep() {
        climbTo(State.LIVE);
        assertEquals(State.LIVE, board.status().state());
        assertEquals("node", board.status().node());
    }

    @Test
    void refusesATransitionThatTheStateDoesNotHave() {
        assertThrows(
                IllegalStateException.class, () -> board.move(Life.Syncing.class, syncing -> syncing.complete(NOON)));
    }

    @Test
    void isStaleFromTheMomentItIsNoLongerLive() {
        climbTo(State.LIVE);
        assertNull(board.status().staleSince());
        PxGridException fault = new PxGridException(Fault.STREAM_CLOSED, "gone");
        board.move(Life.Running.class, life -> life.fail(fault.problemAt(NOON), NOON, NOON.plusSeconds(1)));
        assertEquals(NOON, board.status().staleSince());
        assertEquals("CLARION-PXG-043", String.valueOf(board.status().problem()).replaceAll(".*code=([^,]*),.*", "$1"));
        assertEquals(NOON.plusSeconds(1), board.status().nextAttemptAt());
        board.stopped(null);
        assertEquals(State.STOPPED, board.status().state());
        assertNull(board.status().problem());
    }

    @Test
    void everyFaultHasACodeOfItsOwnAndSaysWhatToDo() {
        assertEquals(
                Fault.values().length,
                Arrays.stream(Fault.values()).map(Fault::code).distinct().count());
        for (Fault fault : Fault.values()) {
            assertTrue(fault.code().matches("CLARION-PXG-\\d{3}"), fault::name);
            assertTrue(fault.action().endsWith(".") && fault.action().length() > 20, fault::name);
        }
    }

    @Test
    void backsOffTwiceAsLongEachTimeUpToTheCapAndBeginsAnewAfterSuccess() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20), new Random(3));
        for (long full : new long[] {1, 2, 4, 8, 16, 20, 20}) {
            Duration delay = backoff.next();
            assertTrue(
                    delay.compareTo(Duration.ofSeconds(full)) <= 0
                            && delay.compareTo(Duration.ofSeconds(full).dividedBy(2)) >= 0,
                    () -> delay + " for " + full);
        }
        backoff.reset();
        assertTrue(backoff.next().compareTo(Duration.ofSeconds(1)) <= 0);
    }
}
