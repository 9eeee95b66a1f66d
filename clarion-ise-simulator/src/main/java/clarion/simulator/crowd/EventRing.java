package clarion.simulator.crowd;

import java.util.Arrays;

/** The most recent synthetic events in 16 octets each; grows as far as it may. Not thread-safe. */
final class EventRing {

    private static final int FIRST = 1024;

    private final int limit;
    private int[] indexes = new int[FIRST];
    private int[] generations = new int[FIRST];
    private long[] millis = new long[FIRST];
    private int size;
    private int begin;
    private long completeFrom;

    /** Events taken out of the ring. */
    static final class Span {

        private final int[] indexes;
        private final int[] generations;
        private final long[] times;
        private final int size;

        Span(int[] indexes, int[] generations, long[] times, int size) {
            this.indexes = indexes;
            this.generations = generations;
            this.times = times;
            this.size = size;
        }

        int size() {
            return size;
        }

        int index(int i) {
            return indexes[i];
        }

        int generation(int i) {
            return generations[i];
        }

        long millis(int i) {
            return times[i];
        }
    }

    EventRing(int limit, long begin) {
        this.limit = Math.max(FIRST, limit);
        this.completeFrom = begin;
    }

    void add(int index, int generation, long time) {
        if (size == indexes.length && size < limit) {
            int length = Math.min(limit, size * 2);
            indexes = Arrays.copyOf(indexes, length);
            generations = Arrays.copyOf(generations, length);
            millis = Arrays.copyOf(millis, length);
        }
        int at = (begin + size) % indexes.length;
        if (size == indexes.length) {
            completeFrom = Math.max(completeFrom, millis[begin] + 1);
            begin = (begin + 1) % size;
        } else {
            size++;
        }
        indexes[at] = index;
        generations[at] = generation;
        millis[at] = time;
    }

    boolean reaches(long time) {
        return time >= completeFrom;
    }

    Span between(long from, long to) {
        int[] index = new int[size];
        int[] generation = new int[size];
        long[] time = new long[size];
        int found = 0;
        for (int i = 0; i < size; i++) {
            int at = (begin + i) % indexes.length;
            if (millis[at] >= from && millis[at] <= to) {
                index[found] = indexes[at];
                generation[found] = generations[at];
                time[found++] = millis[at];
            }
        }
        return new Span(index, generation, time, found);
    }
}
