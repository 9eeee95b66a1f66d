package clarion.domain.flows.pairing;

import clarion.domain.flows.FlowBatch;

/** What each exporter counted of one direction of a conversation: a list of entries, the head kept by the caller. */
final class Tallies {

    private static final int LINK = 0;
    private static final int BYTES = 1;
    private static final int PACKETS = 2;
    private static final int FIRST = 3;
    private static final int LAST = 4;
    private static final int MARK = 5;
    private static final int COUNTS = 6;
    private static final int MOST = 8;

    static final int NONE = -1;

    private final Pool pool = new Pool(7);
    private final long clockMillis;

    /** The sum of {@link #choose}. */
    long bytes;

    long packets;
    int exporter;
    int records;

    /** True if the last record added repeated what had been reported before. */
    boolean repeated;

    Tallies(long clockMillis) {
        this.clockMillis = clockMillis;
    }

    /** The entry of an exporter, or {@link #NONE}. */
    int find(int head, int exporter) {
        int at = head;
        while (at != NONE && pool.upper(at, LINK) != exporter) {
            at = pool.lower(at, LINK);
        }
        return at;
    }

    long first(int entry) {
        return pool.get(entry, FIRST);
    }

    long last(int entry) {
        return pool.get(entry, LAST);
    }

    int next(int entry) {
        return pool.lower(entry, LINK);
    }

    int exporter(int entry) {
        return pool.upper(entry, LINK);
    }

    /** Adds a record's counts to its exporter's entry; the new head. A record that was there already is not added. */
    int add(int head, FlowBatch batch, int i, long start, long end, long bytes, long packets) {
        int exporter = batch.exporter[i];
        int sampling = batch.sampling[i];
        long mark = Hashes.mix(start * 31 + end) ^ Hashes.mix(bytes * 31 + packets);
        int entry = find(head, exporter);
        if (entry != NONE) {
            // The exporter that reported first stands at the end of the list.
            repeated = pool.get(entry, MARK) == mark || next(entry) != NONE;
            if (pool.get(entry, MARK) == mark) {
                return head;
            }
            pool.set(entry, BYTES, sum(pool.get(entry, BYTES), estimate(bytes, sampling)));
            pool.set(entry, PACKETS, sum(pool.get(entry, PACKETS), estimate(packets, sampling)));
            pool.set(entry, FIRST, Math.min(pool.get(entry, FIRST), start));
            pool.set(entry, LAST, Math.max(pool.get(entry, LAST), end));
            pool.set(entry, MARK, mark);
            pool.set(entry, COUNTS, Math.max(sampling, pool.upper(entry, COUNTS)), pool.lower(entry, COUNTS) + 1);
            return head;
        }
        repeated = head != NONE;
        if (length(head) == MOST) {
            return head;
        }
        int made = pool.take();
        pool.set(made, LINK, exporter, head);
        pool.set(made, BYTES, estimate(bytes, sampling));
        pool.set(made, PACKETS, estimate(packets, sampling));
        pool.set(made, FIRST, start);
        pool.set(made, LAST, end);
        pool.set(made, MARK, mark);
        pool.set(made, COUNTS, sampling, 1);
        return made;
    }

    /** Counts of hostile or broken exporters stop at the largest number instead of becoming negative. */
    private static long estimate(long count, int sampling) {
        return Math.multiplyHigh(count, sampling) != 0 || count * sampling < 0 ? Long.MAX_VALUE : count * sampling;
    }

    private static long sum(long one, long other) {
        return one + other < 0 ? Long.MAX_VALUE : one + other;
    }

    private int length(int head) {
        int length = 0;
        for (int at = head; at != NONE; at = next(at)) {
            length++;
        }
        return length;
    }

    /**
     * Sums what one exporter counted: the one that sampled least, then counted most, then has the lowest number. What
     * another counted at quite another time is no report of the same traffic, but of a client that moved: it is added.
     */
    void choose(int head) {
        bytes = 0;
        packets = 0;
        exporter = FlowBatch.UNKNOWN;
        records = 0;
        int best = NONE;
        for (int at = head; at != NONE; at = next(at)) {
            if (best == NONE || isBetter(at, best)) {
                best = at;
            }
        }
        if (best == NONE) {
            return;
        }
        exporter = exporter(best);
        for (int at = head; at != NONE; at = next(at)) {
            if (at == best || isElsewhere(at, best)) {
                bytes = sum(bytes, pool.get(at, BYTES));
                packets = sum(packets, pool.get(at, PACKETS));
                records += pool.lower(at, COUNTS);
            }
        }
    }

    private boolean isBetter(int entry, int than) {
        int bySampling = Integer.compare(pool.upper(than, COUNTS), pool.upper(entry, COUNTS));
        if (bySampling != 0) {
            return bySampling > 0;
        }
        int byPackets = Long.compare(pool.get(entry, PACKETS), pool.get(than, PACKETS));
        return byPackets != 0 ? byPackets > 0 : exporter(entry) < exporter(than);
    }

    private boolean isElsewhere(int entry, int best) {
        long overlap = Math.min(last(entry), last(best)) - Math.max(first(entry), first(best));
        long shorter = Math.min(last(entry) - first(entry), last(best) - first(best));
        return overlap <= clockMillis && shorter > 2 * clockMillis;
    }

    void free(int head) {
        int at = head;
        while (at != NONE) {
            int next = next(at);
            pool.free(at);
            at = next;
        }
    }
}
