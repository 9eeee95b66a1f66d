package clarion.domain.flows.wire;

import clarion.domain.flows.FlowBatch;

/** Turns a record of both directions around, so that its source is the side that began (RFC 5103, 6.3). */
final class Turn {

    private Turn() {}

    static void around(FlowBatch batch, int i, int reverseTcpFlags) {
        swap(batch.sourceHigh, batch.destinationHigh, i);
        swap(batch.sourceLow, batch.destinationLow, i);
        swap(batch.sourceMac, batch.destinationMac, i);
        swap(batch.bytes, batch.reverseBytes, i);
        swap(batch.packets, batch.reversePackets, i);
        swap(batch.sourcePort, batch.destinationPort, i);
        swap(batch.sourceSgt, batch.destinationSgt, i);
        batch.tcpFlags[i] = batch.protocol[i] == 6 ? reverseTcpFlags : FlowBatch.UNKNOWN;
        // It came in by the interface of the side that answered.
        batch.ingress[i] = FlowBatch.UNKNOWN;
    }

    private static void swap(long[] some, long[] others, int i) {
        long kept = some[i];
        some[i] = others[i];
        others[i] = kept;
    }

    private static void swap(int[] some, int[] others, int i) {
        int kept = some[i];
        some[i] = others[i];
        others[i] = kept;
    }
}
