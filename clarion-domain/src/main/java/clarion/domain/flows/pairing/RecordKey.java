package clarion.domain.flows.pairing;

import clarion.domain.flows.FlowBatch;

/** The ends of a record in an order that both directions share: A before B by address, then port. Not thread-safe. */
final class RecordKey {

    long highA;
    long lowA;
    long highB;
    long lowB;

    /** Port of A, port of B, protocol, in 16 bits each from the top; the lowest 16 are 0. */
    long ports;

    boolean fromA;
    int hash;

    void of(FlowBatch batch, int i) {
        int protocol = batch.protocol[i];
        int from = batch.sourcePort[i];
        int to = batch.destinationPort[i];
        int byAddress = Long.compareUnsigned(batch.sourceHigh[i], batch.destinationHigh[i]);
        if (byAddress == 0) {
            byAddress = Long.compareUnsigned(batch.sourceLow[i], batch.destinationLow[i]);
        }
        fromA = byAddress == 0 ? from <= to : byAddress < 0;
        if (Icmp.is(protocol)) {
            int question = Icmp.question(protocol, batch.icmp[i]);
            // An error is a key of its own for each direction, so that none answers another.
            from = question >= 0 ? question : batch.icmp[i];
            to = question >= 0 ? question : 0xffff;
        }
        highA = fromA ? batch.sourceHigh[i] : batch.destinationHigh[i];
        lowA = fromA ? batch.sourceLow[i] : batch.destinationLow[i];
        highB = fromA ? batch.destinationHigh[i] : batch.sourceHigh[i];
        lowB = fromA ? batch.destinationLow[i] : batch.sourceLow[i];
        ports = (long) (fromA ? from : to) << 48 | (long) (fromA ? to : from) << 32 | (long) protocol << 16;
        long mixed = Hashes.mix(Hashes.address(highA, lowA) * 31 + Hashes.address(highB, lowB) + ports);
        hash = (int) (mixed ^ mixed >>> 32);
    }
}
