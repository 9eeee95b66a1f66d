package clarion.web.events;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Numbers events and remembers the latest, so that a client that lost its connection for a moment misses nothing.
 *
 * <p>Numbers begin anew at each start, above those of the start before, and fit the 53 bits that JavaScript counts
 * with.
 */
final class EventLog {

    private static final int REMEMBERED = 240;
    private static final long NUMBERS_PER_SECOND = 1L << 22;

    private final long first;
    private final Deque<EventFrame> latest = new ArrayDeque<>();
    private long last;
    private long forgotten;

    EventLog(Instant start) {
        first = start.getEpochSecond() * NUMBERS_PER_SECOND;
        last = first;
        forgotten = first;
    }

    /** An event of which only the newest matters. */
    synchronized EventFrame number(String name, String data) {
        return new EventFrame(++last, name, data);
    }

    /** An event that a client must not miss. */
    synchronized EventFrame remember(String name, String data) {
        EventFrame frame = number(name, data);
        latest.addLast(frame);
        if (latest.size() > REMEMBERED) {
            forgotten = latest.removeFirst().id();
        }
        return frame;
    }

    /**
     * What a client missed that saw this event last; empty if that cannot be told, because it is from before the start
     * or too long ago.
     */
    synchronized Optional<List<EventFrame>> since(String lastEventId) {
        long seen;
        try {
            seen = Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (seen < first || seen < forgotten || seen > last) {
            return Optional.empty();
        }
        return Optional.of(latest.stream().filter(frame -> frame.id() > seen).toList());
    }
}
