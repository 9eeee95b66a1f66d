package clarion.web.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EventQueueTest {

    private final EventQueue queue = new EventQueue();

    @Test
    void keepsOrderAndOnlyTheNewestStatus() {
        queue.add(new byte[] {1}, true);
        queue.add(new byte[] {2}, false);
        queue.add(new byte[] {3}, true);
        assertArrayEquals(new byte[] {2}, queue.poll());
        assertArrayEquals(new byte[] {3}, queue.poll());
        assertNull(queue.poll());
    }

    @Test
    void refusesMoreThanItsCapacityAndTakesAgainWhenRead() {
        assertTrue(queue.add(new byte[EventQueue.CAPACITY - 1], false));
        assertTrue(queue.add(new byte[1], false));
        assertFalse(queue.add(new byte[1], false));
        queue.poll();
        assertTrue(queue.add(new byte[1], false));
    }

    @Test
    void neverFillsUpWithStatusAlone() {
        for (int i = 0; i < 10_000; i++) {
            assertTrue(queue.add(new byte[2000], true));
        }
    }
}
