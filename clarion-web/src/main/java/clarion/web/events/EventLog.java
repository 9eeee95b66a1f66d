package clarion.web.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Numbers events and remembers the latest, so that a client that lost its connection for a moment misses nothing.
 *
 * <p>An id is a number and the name of this log. Another process, or this one after a restart, counts by itself: it
 * does not take an id that it did not give for one of its own, and the client is told to ask anew.
 */
final class EventLog {

    private static final int REMEMBERED = 240;

    private final String name;
    private final Deque<Numbered> latest = new ArrayDeque<>();
    private long last;
    private long forgotten;

    private record Numbered(long number, EventFrame frame) {}

    /** @param name no other log has had it */
    EventLog(String name) {
        this.name = name;
    }

    /** An event of which only the newest matters. */
    synchronized EventFrame number(String event, String data) {
        return new EventFrame(++last + "-" + name, event, data);
    }

    /** An event that a client must not miss. */
    synchronized EventFrame remember(String event, String data) {
        EventFrame frame = number(event, data);
        latest.addLast(new Numbered(last, frame));
        if (latest.size() > REMEMBERED) {
            forgotten = latest.removeFirst().number();
        }
        return frame;
    }

    /** Events were missed here: what a client saw before says nothing about what came since. */
    synchronized void forget() {
        latest.clear();
        forgotten = ++last;
    }

    /**
     * What a client missed that saw this event last; empty if that cannot be told, because the id is another log's or
     * too long ago.
     */
    synchronized Optional<List<EventFrame>> since(String lastEventId) {
        String[] parts = lastEventId.strip().split("-", 2);
        if (parts.length != 2 || !parts[1].equals(name)) {
            return Optional.empty();
        }
        long seen;
        try {
            seen = Long.parseLong(parts[0]);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (seen < forgotten || seen > last) {
            return Optional.empty();
        }
        return Optional.of(latest.stream()
                .filter(one -> one.number() > seen)
                .map(Numbered::frame)
                .toList());
    }
}
