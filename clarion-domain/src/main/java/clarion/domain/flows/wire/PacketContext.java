package clarion.domain.flows.wire;

/** What the header of a packet says of all its records. */
final class PacketContext {

    /** When the exporter sent it, in milliseconds since 1970 UTC by its own clock. */
    long exportMillis;

    /** How long the exporter had been up, in milliseconds modulo 2^32; of IPFIX, which does not say, not known. */
    int uptime;

    boolean hasUptime;

    /** When it arrived, in milliseconds since 1970 UTC by Clarion's clock. */
    long arrivalMillis;

    /** Sampling of all records, 0 where the header does not say. */
    int sampling;

    void set(long exportMillis, boolean hasUptime, int uptime, long arrivalMillis, int sampling) {
        this.exportMillis = exportMillis;
        this.hasUptime = hasUptime;
        this.uptime = uptime;
        this.arrivalMillis = arrivalMillis;
        this.sampling = sampling;
    }

    /** By how much the exporter's clock is behind; the network's delay is in it. */
    long clockOffset() {
        return arrivalMillis - exportMillis;
    }
}
