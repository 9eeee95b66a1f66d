package clarion.simulator.traffic;

/**
 * One direction of a conversation as one exporter reports it.
 *
 * @param exporter who reports
 * @param source who sent
 * @param destination to whom
 * @param sourcePort 0 for ICMP
 * @param destinationPort for ICMP type times 256 plus code
 * @param protocol number (IANA)
 * @param flags TCP flags seen
 * @param start first packet, milliseconds since 1970 UTC
 * @param end last packet
 * @param octets as counted, so of the sampled packets only
 * @param packets likewise, at least 1
 */
public record FlowRecord(
        Exporter exporter,
        Party source,
        Party destination,
        int sourcePort,
        int destinationPort,
        int protocol,
        int flags,
        long start,
        long end,
        long octets,
        long packets) {

    /** The first-hop router's MAC address: what a switch sees of everybody who is not on its own ports. */
    private static final long GATEWAY = 0x00_00_0c_9f_f0_00L;

    /** The source's MAC address as this exporter sees it. */
    public long sourceMac() {
        return seen(source);
    }

    /** The destination's MAC address as this exporter sees it. */
    public long destinationMac() {
        return seen(destination);
    }

    /** The interface by which it came in. */
    public int ingress() {
        return exporter.equals(source.exporter()) ? source.port() : Exporter.UPLINK;
    }

    /** The interface by which it went out. */
    public int egress() {
        return exporter.equals(destination.exporter()) ? destination.port() : Exporter.UPLINK;
    }

    /** The VLAN in which it came in, 0 if it came from elsewhere. */
    public int vlan() {
        return exporter.equals(source.exporter()) ? source.vlan() : 0;
    }

    private long seen(Party party) {
        return exporter.equals(party.exporter()) && party.mac() != 0 ? party.mac() : GATEWAY | party.vlan() & 255;
    }
}
