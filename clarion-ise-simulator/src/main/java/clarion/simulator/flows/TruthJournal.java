package clarion.simulator.flows;

import clarion.simulator.traffic.Conversation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last true conversations that ended; older ones are forgotten, and counted. Thread-safe. */
public final class TruthJournal {

    private final int capacity;
    private final Deque<TrueConversation> kept = new ArrayDeque<>();
    private long numbers;

    /** @param capacity how many are kept, at least 1 */
    TruthJournal(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a journal keeps at least one conversation, not " + capacity);
        }
        this.capacity = capacity;
    }

    synchronized void add(Conversation conversation, int records) {
        kept.addLast(new TrueConversation(++numbers, conversation, records));
        if (kept.size() > capacity) {
            kept.removeFirst();
        }
    }

    /** How many have ended so far. */
    public synchronized long ended() {
        return numbers;
    }

    /** How many of those are no longer kept. */
    public synchronized long forgotten() {
        return numbers - kept.size();
    }

    /**
     * Those with higher numbers, in their order.
     *
     * @param number 0 for all that are kept
     * @param most how many at most
     */
    public synchronized List<TrueConversation> after(long number, int most) {
        List<TrueConversation> found = new ArrayList<>();
        for (TrueConversation one : kept) {
            if (one.number() > number && found.size() < most) {
                found.add(one);
            }
        }
        return found;
    }
}
