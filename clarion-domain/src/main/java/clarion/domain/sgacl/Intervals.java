package clarion.domain.sgacl;

import java.util.Arrays;

/**
 * A set of numbers from 0 to 65535, as the points where membership changes: {@code [443, 444]} is port 443. Two equal
 * sets have the same points.
 */
final class Intervals {

    static final int LIMIT = 65_536;
    static final Intervals NONE = new Intervals(new int[0]);
    static final Intervals ALL = new Intervals(new int[] {0, LIMIT});

    private final int[] changes;

    private Intervals(int[] changes) {
        this.changes = changes;
    }

    /** All numbers from low to high, both included. */
    static Intervals of(int low, int high) {
        return low == 0 && high == LIMIT - 1 ? ALL : new Intervals(new int[] {low, high + 1});
    }

    static Intervals of(Ports ports) {
        if (!ports.except()) {
            return of(ports.low(), ports.high());
        }
        return combine(ALL, of(ports.low(), ports.high()), SetOperation.MINUS);
    }

    static Intervals combine(Intervals first, Intervals second, SetOperation operation) {
        int[] a = first.changes;
        int[] b = second.changes;
        int[] out = new int[a.length + b.length];
        int size = 0;
        int i = 0;
        int j = 0;
        boolean inside = false;
        while (i < a.length || j < b.length) {
            int at = Math.min(i < a.length ? a[i] : LIMIT + 1, j < b.length ? b[j] : LIMIT + 1);
            if (i < a.length && a[i] == at) {
                i++;
            }
            if (j < b.length && b[j] == at) {
                j++;
            }
            boolean now = operation.of((i & 1) == 1, (j & 1) == 1);
            if (now != inside) {
                out[size++] = at;
                inside = now;
            }
        }
        return size == 0 ? NONE : new Intervals(Arrays.copyOf(out, size));
    }

    boolean isEmpty() {
        return changes.length == 0;
    }

    boolean contains(int number) {
        int at = Arrays.binarySearch(changes, number);
        return ((at >= 0 ? at + 1 : -at - 1) & 1) == 1;
    }

    /** True if all numbers from low to high are in it. */
    boolean containsAll(int low, int high) {
        int at = after(low);
        return (at & 1) == 1 && changes[at] > high;
    }

    /** How many changes there are up to a number, itself included. */
    private int after(int number) {
        int at = Arrays.binarySearch(changes, number);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** The number of separate ranges. */
    int ranges() {
        return changes.length / 2;
    }

    int low(int range) {
        return changes[2 * range];
    }

    int high(int range) {
        return changes[2 * range + 1] - 1;
    }

    /** How many numbers are in it. */
    int size() {
        int size = 0;
        for (int i = 0; i < ranges(); i++) {
            size += high(i) - low(i) + 1;
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Intervals that && Arrays.equals(changes, that.changes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(changes);
    }
}
