package clarion.domain.sgacl;

/**
 * One entry of an SGACL.
 *
 * @param permit whether it permits or denies what it matches
 * @param protocol 0 to 255, or {@link #ANY_PROTOCOL}; {@link Protocols#ICMP} means the ICMP of the packet's IP version
 * @param source the source ports; only TCP and UDP have any
 * @param destination the destination ports; of ICMP type times 256 plus code
 * @param established only TCP packets with ACK or RST; whether a switch knows this differs, see {@link Platform}
 * @param log whether the switch logs what it matches
 */
public record Ace(boolean permit, int protocol, Ports source, Ports destination, boolean established, boolean log) {

    /** {@code ip}. */
    public static final int ANY_PROTOCOL = -1;

    public static final Ace PERMIT_IP = new Ace(true, ANY_PROTOCOL, Ports.ANY, Ports.ANY, false, false);
    public static final Ace DENY_IP = new Ace(false, ANY_PROTOCOL, Ports.ANY, Ports.ANY, false, false);

    public Ace {
        if (protocol < ANY_PROTOCOL || protocol > 255) {
            throw new IllegalArgumentException("a protocol is 0 to 255, not " + protocol);
        }
        boolean type = Protocols.isIcmp(protocol) && !destination.except();
        if (!Protocols.hasPorts(protocol) && (!source.isAny() || !destination.isAny() && !type)) {
            throw new IllegalArgumentException("protocol " + protocol + " has no ports");
        }
        if (established && protocol != Protocols.TCP) {
            throw new IllegalArgumentException("established is for tcp, not for protocol " + protocol);
        }
        if (type && !destination.isAny() && !isIcmpMatch(destination)) {
            throw new IllegalArgumentException("an ICMP type, or a type and a code, not " + destination);
        }
    }

    private static boolean isIcmpMatch(Ports types) {
        return types.low() == types.high() || types.low() % 256 == 0 && types.high() == types.low() + 255;
    }

    /** An ACE that permits packets to a port, or to a range. */
    public static Ace permit(int protocol, Ports source, Ports destination) {
        return new Ace(true, protocol, source, destination, false, false);
    }

    public boolean isCatchAll() {
        return protocol == ANY_PROTOCOL;
    }

    /** True if it looks at this packet, and would decide about it if it came first. */
    public boolean matches(Packet packet) {
        if (protocol == ANY_PROTOCOL) {
            return true;
        }
        int number = protocol == Protocols.ICMP && packet.version() == IpVersion.IPV6 ? Protocols.ICMP6 : protocol;
        return number == packet.protocol()
                && (!established || packet.established())
                && source.contains(packet.sourcePort())
                && destination.contains(packet.destinationPort());
    }

    /** All packets of a version that it matches. */
    PacketSet packets(IpVersion version) {
        if (protocol == ANY_PROTOCOL) {
            return PacketSet.ALL;
        }
        Region region = Region.of(Intervals.of(source), Intervals.of(destination));
        if (protocol == Protocols.ICMP && version == IpVersion.IPV6) {
            return PacketSet.of(region, Protocols.ICMP6);
        } else if (protocol != Protocols.TCP) {
            return PacketSet.of(region, protocol);
        }
        return established
                ? PacketSet.of(region, PacketSet.ESTABLISHED)
                : PacketSet.of(region, Protocols.TCP, PacketSet.ESTABLISHED);
    }

    /** The one spelling that Clarion writes, such as {@code permit tcp dst eq 443}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(permit ? "permit " : "deny ");
        text.append(isCatchAll() ? "ip" : Protocols.name(protocol));
        if (Protocols.isIcmp(protocol) && !destination.isAny()) {
            text.append(' ').append(destination.low() >> 8);
            if (destination.low() == destination.high()) {
                text.append(' ').append(destination.low() & 255);
            }
        } else {
            text.append(source.isAny() ? "" : " src " + source);
            text.append(destination.isAny() ? "" : " dst " + destination);
        }
        return text.append(established ? " established" : "")
                .append(log ? " log" : "")
                .toString();
    }
}
