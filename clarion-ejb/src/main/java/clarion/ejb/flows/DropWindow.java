package clarion.ejb.flows;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much of a count that only grows has come in the last {@value #MILLIS} ms, to the next time that it was looked at.
 * One thread looks, others read.
 */
final class DropWindow {

    /** So long a loss is the state of now, and afterwards only history. */
    static final long MILLIS = 300_000;

    private record Seen(long atMillis, long count) {}

    private final Deque<Seen> changes = new ArrayDeque<>();
    private long count;
    private volatile long lately;

    /** @param total the count now */
    void look(long nowMillis, long total) {
        if (total > count) {
            changes.addLast(new Seen(nowMillis, total - count));
            count = total;
        }
        while (!changes.isEmpty() && changes.getFirst().atMillis() + MILLIS <= nowMillis) {
            changes.removeFirst();
        }
        lately = changes.stream().mapToLong(Seen::count).sum();
    }

    long lately() {
        return lately;
    }
}
