package clarion.web.events;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one client has not read yet, bounded. A status that waits is replaced by the next one.
 *
 * <p>Not thread-safe.
 */
final class EventQueue {

    /** Bytes; above that a client counts as too slow. Some hundred events. */
    static final int CAPACITY = 256 * 1024;

    private static final class Waiting {
        final byte[] bytes;
        final boolean replaceable;

        Waiting(byte[] bytes, boolean replaceable) {
            this.bytes = bytes;
            this.replaceable = replaceable;
        }
    }

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int size;

    /**
     * Adds to the end.
     *
     * @param replaceable whether a later one of the same sort makes this one worthless
     * @return false if there is no room
     */
    boolean add(byte[] bytes, boolean replaceable) {
        if (replaceable) {
            waiting.removeIf(one -> {
                if (one.replaceable) {
                    size -= one.bytes.length;
                }
                return one.replaceable;
            });
        }
        if (size + bytes.length > CAPACITY) {
            return false;
        }
        waiting.addLast(new Waiting(bytes, replaceable));
        size += bytes.length;
        return true;
    }

    byte @Nullable [] poll() {
        Waiting next = waiting.pollFirst();
        if (next == null) {
            return null;
        }
        size -= next.bytes.length;
        return next.bytes;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
        size = 0;
    }
}
