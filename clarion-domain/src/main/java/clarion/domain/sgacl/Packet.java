package clarion.domain.sgacl;

/**
 * All that an SGACL sees of a packet.
 *
 * @param version of its IP header
 * @param protocol 0 to 255 (IANA); ICMP is 1 in IPv4 and 58 in IPv6
 * @param sourcePort 0 to 65535; 0 where the protocol has no ports
 * @param destinationPort likewise; of ICMP the type times 256 plus the code
 * @param established true for a TCP packet with ACK or RST
 */
public record Packet(IpVersion version, int protocol, int sourcePort, int destinationPort, boolean established) {

    public Packet {
        if (protocol < 0 || protocol > 255) {
            throw new IllegalArgumentException("a protocol is 0 to 255, not " + protocol);
        }
        if (sourcePort < 0 || sourcePort > 65_535 || destinationPort < 0 || destinationPort > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + sourcePort + " or " + destinationPort);
        }
        established &= protocol == Protocols.TCP;
    }

    /** An IPv4 packet; of TCP it begins a connection. */
    public static Packet v4(int protocol, int sourcePort, int destinationPort) {
        return new Packet(IpVersion.IPV4, protocol, sourcePort, destinationPort, false);
    }

    int plane() {
        return established ? PacketSet.ESTABLISHED : protocol;
    }

    /** Such as {@code tcp 51515 -> 443}. */
    @Override
    public String toString() {
        String name = Protocols.name(protocol);
        String text = Protocols.hasPorts(protocol)
                ? name + " " + sourcePort + " -> " + destinationPort
                : Protocols.isIcmp(protocol)
                        ? name + " type " + (destinationPort >> 8) + " code " + (destinationPort & 255)
                        : name;
        return text + (established ? " established" : "") + (version == IpVersion.IPV6 ? " (IPv6)" : "");
    }
}
