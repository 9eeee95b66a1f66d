package clarion.domain.segmentation.campus;

/** A set of 64-bit hashes without boxes. */
final class LongSet {

    private long[] table = new long[1 << 12];
    private int size;
    private boolean hasZero;

    /** True if it was not in it. */
    boolean add(long value) {
        if (value == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        if (size * 2 >= table.length) {
            grow();
        }
        int at = place(table, value);
        if (table[at] == value) {
            return false;
        }
        table[at] = value;
        size++;
        return true;
    }

    boolean contains(long value) {
        return value == 0 ? hasZero : table[place(table, value)] == value;
    }

    private static int place(long[] table, long value) {
        int at = (int) (value >>> 20) & table.length - 1;
        while (table[at] != 0 && table[at] != value) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long value : table) {
            if (value != 0) {
                larger[place(larger, value)] = value;
            }
        }
        table = larger;
    }
}
