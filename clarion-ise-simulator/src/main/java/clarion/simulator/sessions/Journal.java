package clarion.simulator.sessions;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The most recent events, for getSessionsForRecovery. Thread-safe. */
public final class Journal {

    private final int capacity;
    private final Deque<IseSession> events = new ArrayDeque<>();
    private Instant completeFrom;

    /**
     * @param capacity most events kept
     * @param begin from when on the journal is complete
     */
    public Journal(int capacity, Instant begin) {
        this.capacity = capacity;
        this.completeFrom = begin;
    }

    public synchronized void add(IseSession event) {
        if (events.size() == capacity) {
            Instant lost = events.removeFirst().timestamp();
            completeFrom = lost.isAfter(completeFrom) ? lost.plusNanos(1) : completeFrom;
        }
        events.addLast(event);
    }

    /** Whether nothing that happened at {@code start} or later is missing here. */
    public synchronized boolean reaches(Instant start) {
        return !start.isBefore(completeFrom);
    }

    /** The events of a span, both ends included, in the order in which they happened. */
    public synchronized List<IseSession> between(Instant start, Instant end) {
        return events.stream()
                .filter(event ->
                        !event.timestamp().isBefore(start) && !event.timestamp().isAfter(end))
                .toList();
    }
}
