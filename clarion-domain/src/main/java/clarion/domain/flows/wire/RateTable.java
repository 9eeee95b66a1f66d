package clarion.domain.flows.wire;

import java.util.Arrays;

/**
 * Sampling intervals by the number of a sampler or of an interface. Looked up for every record, so nothing is boxed.
 */
final class RateTable {

    private final int bound;
    private long[] ids = new long[4];
    private int[] rates = new int[4];
    private int size;

    RateTable(int bound) {
        this.bound = bound;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The interval of an id; 0 if it is not known. */
    int find(long id) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        return at < 0 ? 0 : rates[at];
    }

    /** Keeps an interval; a new id is left out where there is no room for it. */
    void put(long id, int rate) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        if (at >= 0) {
            rates[at] = rate;
            return;
        }
        if (size == bound) {
            return;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            rates = Arrays.copyOf(rates, size * 2);
        }
        int insert = -at - 1;
        System.arraycopy(ids, insert, ids, insert + 1, size - insert);
        System.arraycopy(rates, insert, rates, insert + 1, size - insert);
        ids[insert] = id;
        rates[insert] = rate;
        size++;
    }
}
