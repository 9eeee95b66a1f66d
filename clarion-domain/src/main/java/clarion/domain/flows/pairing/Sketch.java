package clarion.domain.flows.pairing;

/**
 * Counts distinct things by key in bounded memory: rows of four entries, each a key and a bitmap of 64 bits (linear
 * counting, Whang et al. 1990: exact enough up to about 200). When a row is full, its smallest count fades until it
 * makes room, so what is asked often stays and what was seen once goes. Thread-safe: a lock for a stripe of rows.
 */
final class Sketch {

    private static final int WAYS = 4;
    private static final int STRIPES = 64;

    private final long[] keys;
    private final long[] bits;
    private final int rows;
    private final Object[] locks = new Object[STRIPES];

    /** @param entries how many keys it holds, a power of two, at least 256 */
    Sketch(int entries) {
        keys = new long[entries];
        bits = new long[entries];
        rows = entries / WAYS;
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new Object();
        }
    }

    /** Notes that a key was seen with a thing, both as hashes. */
    void add(long key, long thing) {
        int row = (int) (key >>> 20) & rows - 1;
        int from = row * WAYS;
        long bit = 1L << (thing >>> 58);
        synchronized (locks[row & STRIPES - 1]) {
            int least = from;
            for (int i = from; i < from + WAYS; i++) {
                if (keys[i] == key) {
                    bits[i] |= bit;
                    return;
                }
                if (Long.bitCount(bits[i]) < Long.bitCount(bits[least])) {
                    least = i;
                }
            }
            if (Long.bitCount(bits[least]) <= 1) {
                keys[least] = key;
                bits[least] = bit;
            } else {
                bits[least] &= bits[least] - 1;
            }
        }
    }

    /** About how many distinct things a key was seen with, at most 266. */
    int count(long key) {
        int row = (int) (key >>> 20) & rows - 1;
        int from = row * WAYS;
        synchronized (locks[row & STRIPES - 1]) {
            for (int i = from; i < from + WAYS; i++) {
                if (keys[i] == key) {
                    return estimate(Long.bitCount(bits[i]));
                }
            }
        }
        return 0;
    }

    /** Linear counting: how many things set so many of 64 bits. */
    static int estimate(int set) {
        return set == 64 ? 266 : (int) Math.round(-64 * Math.log((64 - set) / 64.0));
    }
}
