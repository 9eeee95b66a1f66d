package clarion.domain.flows.pairing;

/**
 * Who asks very many targets, mostly in vain, by key (a client and a service, or a client and an address) and window of
 * time. Bounded like {@link Sketch}; thread-safe likewise.
 */
final class ScanWatch {

    private static final int WAYS = 4;
    private static final int STRIPES = 64;

    /** Per entry: key, window, targets' bits, answered in the upper and missed in the lower half. */
    private static final int WIDTH = 4;

    private final long[] entries;
    private final int rows;
    private final long windowMillis;
    private final Object[] locks = new Object[STRIPES];

    ScanWatch(int size, long windowMillis) {
        entries = new long[size * WIDTH];
        rows = size / WAYS;
        this.windowMillis = windowMillis;
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new Object();
        }
    }

    void asked(long key, long target, long time) {
        change(key, time, 1L << (target >>> 58), 0, 0, true);
    }

    void answered(long key, long time, int withdrawn) {
        change(key, time, 0, 1, -withdrawn, false);
    }

    void missed(long key, long time) {
        change(key, time, 0, 0, 1, false);
    }

    private void change(long client, long time, long bit, int answered, int missed, boolean add) {
        long window = Math.floorDiv(time, windowMillis);
        // Each window is an entry of its own, so records out of order count where they belong.
        long key = key(client, window);
        int row = (int) (key >>> 20) & rows - 1;
        synchronized (locks[row & STRIPES - 1]) {
            int at = find(row, key);
            if (at < 0) {
                if (!add) {
                    return;
                }
                at = room(row, window);
                if (at < 0) {
                    return;
                }
                entries[at] = key;
                entries[at + 1] = window;
                entries[at + 2] = 0;
                entries[at + 3] = 0;
            }
            entries[at + 2] |= bit;
            long counts = entries[at + 3];
            entries[at + 3] = ((counts >>> 32) + answered) << 32 | ((int) counts + missed) & 0xffff_ffffL;
        }
    }

    /** True if the key's targets about this time are so many, and so many percent of the questions were in vain. */
    boolean isScan(long client, long time, int targets, int missedPercent) {
        long window = Math.floorDiv(time, windowMillis);
        // A scan that crosses a window's edge is one, also for its part that alone would be too small.
        return over(client, window, targets, missedPercent)
                || over(client, window - 1, targets, missedPercent)
                || over(client, window + 1, targets, missedPercent);
    }

    private boolean over(long client, long window, int targets, int missedPercent) {
        long key = key(client, window);
        int row = (int) (key >>> 20) & rows - 1;
        synchronized (locks[row & STRIPES - 1]) {
            int at = find(row, key);
            if (at < 0 || Sketch.estimate(Long.bitCount(entries[at + 2])) < targets) {
                return false;
            }
            long answered = entries[at + 3] >>> 32;
            long missed = Math.max(0, (int) entries[at + 3]);
            return missed * 100 >= missedPercent * (answered + missed) && missed > 0;
        }
    }

    private static long key(long client, long window) {
        return Hashes.mix(client + window) | 1;
    }

    private int find(int row, long key) {
        int from = row * WAYS * WIDTH;
        for (int i = from; i < from + WAYS * WIDTH; i += WIDTH) {
            if (entries[i] == key) {
                return i;
            }
        }
        return -1;
    }

    /** A place for a new key: an empty one, one of long ago, else the smallest, which fades first. */
    private int room(int row, long window) {
        int from = row * WAYS * WIDTH;
        int least = from;
        for (int i = from; i < from + WAYS * WIDTH; i += WIDTH) {
            if (entries[i] == 0 || Math.abs(entries[i + 1] - window) > 2) {
                return i;
            }
            if (Long.bitCount(entries[i + 2]) < Long.bitCount(entries[least + 2])) {
                least = i;
            }
        }
        if (Long.bitCount(entries[least + 2]) <= 1) {
            return least;
        }
        entries[least + 2] &= entries[least + 2] - 1;
        return -1;
    }
}
