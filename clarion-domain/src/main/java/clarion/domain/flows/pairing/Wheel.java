package clarion.domain.flows.pairing;

import java.util.Arrays;

/**
 * When to look at a conversation again: a wheel of seconds whose buckets are lists through the conversations' slots. A
 * conversation stays in the bucket that it was put in; only when that is due is its real time looked at.
 */
final class Wheel {

    static final int NONE = -1;
    private static final int BUCKETS = 4096;
    private static final long TICK = 1000;

    private final int[] heads = new int[BUCKETS];
    private long lastTick = Long.MIN_VALUE;

    Wheel() {
        Arrays.fill(heads, NONE);
    }

    static long tick(long millis) {
        return Math.floorDiv(millis, TICK);
    }

    /** Puts a slot in the bucket of its time; the slot that follows it there. */
    int put(int slot, long dueMillis) {
        long tick = Math.max(tick(dueMillis), lastTick == Long.MIN_VALUE ? Long.MIN_VALUE : lastTick + 1);
        int bucket = (int) (tick & BUCKETS - 1);
        int next = heads[bucket];
        heads[bucket] = slot;
        return next;
    }

    /** Takes the list of a bucket out. */
    int take(int bucket) {
        int head = heads[bucket];
        heads[bucket] = NONE;
        return head;
    }

    /**
     * The first tick that is due at a time, after {@link #advance} no more; buckets come round, so never more than all.
     */
    long firstDue(long tick) {
        return lastTick == Long.MIN_VALUE ? tick - BUCKETS + 1 : Math.max(lastTick + 1, tick - BUCKETS + 1);
    }

    void advance(long tick) {
        lastTick = Math.max(lastTick, tick);
    }

    long lastTick() {
        return lastTick;
    }

    static int bucket(long tick) {
        return (int) (tick & BUCKETS - 1);
    }

    static int buckets() {
        return BUCKETS;
    }
}
