package clarion.domain.flows.pairing;

import clarion.domain.flows.FlowBatch;

/** Which of several pairings takes a record: all records between two addresses go to the same one. */
public final class FlowShards {

    private FlowShards() {}

    /** A number from 0 to shards - 1, the same for both directions. */
    public static int shard(FlowBatch batch, int i, int shards) {
        long source = Hashes.address(batch.sourceHigh[i], batch.sourceLow[i]);
        long destination = Hashes.address(batch.destinationHigh[i], batch.destinationLow[i]);
        return (int) ((Hashes.mix(source + destination) >>> 33) % shards);
    }
}
