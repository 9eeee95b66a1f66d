package clarion.domain.flows.pairing;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.FlowSink;

/**
 * How far the records of a file have come in time, and how much they are out of order. A first pass over the file
 * measures the disorder, so that the second can wait long enough. Not thread-safe.
 */
public final class Watermark implements FlowSink {

    /** Lateness by powers of two of milliseconds. */
    private final long[] late = new long[64];

    private long newest = Long.MIN_VALUE;
    private long records;

    @Override
    public void accept(FlowBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            long start = batch.start[i];
            newest = Math.max(newest, start);
            late[64 - Long.numberOfLeadingZeros(newest - start)]++;
            records++;
        }
    }

    /** The latest start so far, in milliseconds since 1970. */
    public long millis() {
        return newest;
    }

    /** Within what time after a later record all but one in 10,000 records came, in milliseconds, to a power of two. */
    public long disorderMillis() {
        long left = records / 10_000;
        for (int i = 63; i > 0; i--) {
            left -= late[i];
            if (left < 0) {
                return i >= 62 ? Long.MAX_VALUE / 4 : 1L << i;
            }
        }
        return 0;
    }
}
