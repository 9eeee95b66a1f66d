package clarion.domain.sgacl;

import java.util.Arrays;

/**
 * A set of pairs of source and destination port, in columns: for the source ports from {@code starts[i]} on, up to the
 * next start, the destination ports {@code columns[i]}. Neighbours differ, so equal sets look the same.
 */
final class Region {

    static final Region NONE = new Region(new int[] {0}, new Intervals[] {Intervals.NONE});
    static final Region ALL = new Region(new int[] {0}, new Intervals[] {Intervals.ALL});

    final int[] starts;
    final Intervals[] columns;

    private Region(int[] starts, Intervals[] columns) {
        this.starts = starts;
        this.columns = columns;
    }

    /** All pairs of a source and a destination port. */
    static Region of(Intervals sources, Intervals destinations) {
        if (sources.equals(Intervals.ALL)) {
            return destinations.equals(Intervals.ALL) ? ALL : new Region(new int[] {0}, new Intervals[] {destinations});
        }
        int[] starts = new int[2 * sources.ranges() + 1];
        Intervals[] columns = new Intervals[starts.length];
        int size = 0;
        int at = 0;
        for (int i = 0; i < sources.ranges(); i++) {
            if (sources.low(i) > at) {
                starts[size] = at;
                columns[size++] = Intervals.NONE;
            }
            starts[size] = sources.low(i);
            columns[size++] = destinations;
            at = sources.high(i) + 1;
        }
        if (at < Intervals.LIMIT) {
            starts[size] = at;
            columns[size++] = Intervals.NONE;
        }
        return cut(starts, columns, size);
    }

    private static Region cut(int[] starts, Intervals[] columns, int size) {
        if (size == 1 && columns[0].isEmpty()) {
            return NONE;
        }
        if (size == 1 && columns[0].equals(Intervals.ALL)) {
            return ALL;
        }
        return new Region(Arrays.copyOf(starts, size), Arrays.copyOf(columns, size));
    }

    static Region combine(Region first, Region second, SetOperation operation) {
        int most = first.starts.length + second.starts.length;
        int[] starts = new int[most];
        Intervals[] columns = new Intervals[most];
        int size = 0;
        int i = 0;
        int j = 0;
        for (int at = 0; at < Intervals.LIMIT; at = Math.min(first.end(i), second.end(j))) {
            i += i + 1 < first.starts.length && first.starts[i + 1] == at ? 1 : 0;
            j += j + 1 < second.starts.length && second.starts[j + 1] == at ? 1 : 0;
            Intervals made = Intervals.combine(first.columns[i], second.columns[j], operation);
            if (size == 0 || !made.equals(columns[size - 1])) {
                starts[size] = at;
                columns[size++] = made;
            }
        }
        return cut(starts, columns, size);
    }

    /** The source port after the last one of a column. */
    int end(int column) {
        return column + 1 < starts.length ? starts[column + 1] : Intervals.LIMIT;
    }

    boolean isEmpty() {
        return starts.length == 1 && columns[0].isEmpty();
    }

    boolean isAll() {
        return starts.length == 1 && columns[0].equals(Intervals.ALL);
    }

    boolean contains(int source, int destination) {
        int at = Arrays.binarySearch(starts, source);
        return columns[at >= 0 ? at : -at - 2].contains(destination);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Region that
                        && Arrays.equals(starts, that.starts)
                        && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(columns);
    }
}
