package clarion.domain.segmentation.campus;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.Mark;
import java.util.Arrays;

/** Rows of {@link Traffic} while they are counted: a hash table of columns. */
final class TrafficTable {

    private static final long FREE = Long.MIN_VALUE;
    private static final long DAY = 86_400_000L;

    long[] sides;
    int[] service;
    int[] conversations;
    int[] answered;
    int[] scans;
    int[] evidence;
    long[] days;
    private int size;
    private final long firstDay;

    /** @param firstDay days since 1970 of the first day */
    TrafficTable(long firstDay) {
        this.firstDay = firstDay;
        make(1 << 14);
    }

    private void make(int capacity) {
        sides = new long[capacity];
        Arrays.fill(sides, FREE);
        service = new int[capacity];
        conversations = new int[capacity];
        answered = new int[capacity];
        scans = new int[capacity];
        evidence = new int[capacity];
        days = new long[capacity];
    }

    int capacity() {
        return sides.length;
    }

    boolean isUsed(int row) {
        return sides[row] != FREE;
    }

    void add(int client, int server, Conversation c) {
        if (size * 10L > sides.length * 7L) {
            grow();
        }
        int about = c.protocol() << 16 | c.servicePort() & 0xffff;
        int at = place((long) client << 32 | server, about);
        if (sides[at] == FREE) {
            sides[at] = (long) client << 32 | server;
            service[at] = about;
            size++;
        }
        conversations[at]++;
        answered[at] += c.isAnswered() ? 1 : 0;
        scans[at] += Mark.SWEEP.isIn(c.marks()) || Mark.PORT_SCAN.isIn(c.marks()) ? 1 : 0;
        evidence[at] |= c.evidence();
        long day = Math.floorDiv(c.firstMillis(), DAY) - firstDay;
        days[at] |= 1L << Math.max(0, Math.min(63, day));
    }

    private int place(long pair, int about) {
        int at = (int) (Mixing.mix(pair * 31 + about) >>> 20) & sides.length - 1;
        while (sides[at] != FREE && (sides[at] != pair || service[at] != about)) {
            at = at + 1 & sides.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldSides = sides;
        int[] oldService = service;
        int[] oldConversations = conversations;
        int[] oldAnswered = answered;
        int[] oldScans = scans;
        int[] oldEvidence = evidence;
        long[] oldDays = days;
        make(oldSides.length * 2);
        for (int i = 0; i < oldSides.length; i++) {
            if (oldSides[i] != FREE) {
                int at = place(oldSides[i], oldService[i]);
                sides[at] = oldSides[i];
                service[at] = oldService[i];
                conversations[at] = oldConversations[i];
                answered[at] = oldAnswered[i];
                scans[at] = oldScans[i];
                evidence[at] = oldEvidence[i];
                days[at] = oldDays[i];
            }
        }
    }

    /** Gives all entities other numbers. */
    void renumber(int[] number) {
        for (int i = 0; i < sides.length; i++) {
            if (sides[i] != FREE) {
                sides[i] = (long) number[client(i)] << 32 | number[server(i)];
            }
        }
    }

    int client(int row) {
        return (int) (sides[row] >>> 32);
    }

    int server(int row) {
        return (int) sides[row];
    }

    /** All rows in the order of client, server and service. */
    int[] sorted() {
        // Sorted as longs first, which is much faster than by a comparison; services within a pair after that.
        long[] order = new long[size];
        int[] rows = new int[size];
        int n = 0;
        for (int i = 0; i < sides.length; i++) {
            if (sides[i] != FREE) {
                rows[n] = i;
                order[n++] = sides[i];
            }
        }
        long[] pairs = order.clone();
        Arrays.sort(pairs);
        int[] sorted = new int[size];
        int[] taken = new int[size];
        for (int i = 0; i < size; i++) {
            int first = firstOf(pairs, order[i]);
            sorted[first + taken[first]++] = rows[i];
        }
        for (int from = 0; from < size; ) {
            int to = from + taken[from];
            byService(sorted, from, to);
            from = to;
        }
        return sorted;
    }

    private void byService(int[] sorted, int from, int to) {
        if (to - from < 2) {
            return;
        }
        long[] within = new long[to - from];
        for (int i = from; i < to; i++) {
            within[i - from] = (long) service[sorted[i]] << 32 | sorted[i];
        }
        Arrays.sort(within);
        for (int i = from; i < to; i++) {
            sorted[i] = (int) within[i - from];
        }
    }

    private static int firstOf(long[] pairs, long pair) {
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] < pair) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
