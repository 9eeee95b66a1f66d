package clarion.ejb.flows;

import clarion.domain.flows.Conversation;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps conversations back until the sessions of their time are known, counted together by slots of
 * {@value #SLOT_MILLIS} ms. Bounded: what is over goes on early, the oldest first. Not thread-safe.
 */
final class Hold {

    /** A bucket is a whole number of these. */
    static final int SLOT_MILLIS = 10_000;

    /** Takes what was held. */
    @FunctionalInterface
    interface Taker {
        void take(HeldKey key, Totals totals);
    }

    private final long holdMillis;
    private final int bound;
    private final TreeMap<Long, Map<HeldKey, Totals>> slots = new TreeMap<>();
    private int size;
    private long early;

    /**
     * @param holdMillis how long, from the end of a slot
     * @param bound different ones that it keeps
     */
    Hold(long holdMillis, int bound) {
        this.holdMillis = holdMillis;
        this.bound = bound;
    }

    void add(Conversation conversation) {
        long slot = Math.floorDiv(conversation.firstMillis(), SLOT_MILLIS);
        slots.computeIfAbsent(slot, first -> new HashMap<>())
                .computeIfAbsent(HeldKey.of(conversation), first -> {
                    size++;
                    return new Totals();
                })
                .add(conversation);
    }

    /** Lets go what is due, and what is too much. */
    void release(long nowMillis, Taker taker) {
        Iterator<Map.Entry<Long, Map<HeldKey, Totals>>> oldest =
                slots.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Long, Map<HeldKey, Totals>> slot = oldest.next();
            boolean due = (slot.getKey() + 1) * SLOT_MILLIS + holdMillis <= nowMillis;
            if (!due && size <= bound) {
                return;
            }
            if (!due) {
                early += slot.getValue().size();
            }
            slot.getValue().forEach(taker::take);
            size -= slot.getValue().size();
            oldest.remove();
        }
    }

    /** Shows everything that is held. */
    void forEach(Taker taker) {
        slots.values().forEach(slot -> slot.forEach(taker::take));
    }

    /** True if something has to go on early. */
    boolean isOver() {
        return size > bound;
    }

    /** How many different ones it holds. */
    int size() {
        return size;
    }

    /** How many went on before their time, since it was made. */
    long early() {
        return early;
    }
}
