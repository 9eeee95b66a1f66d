package clarion.domain.sgacl;

import java.util.ArrayList;
import java.util.List;

/** Spells a set of packets as ACEs: few of them, the same for the same set, the last one for all packets. */
final class Cover {

    private Cover() {}

    /**
     * ACEs that let pass exactly these packets. Denies what is left, or permits it: whichever takes fewer ACEs, and of
     * two as short the one that denies.
     */
    static List<Ace> of(PacketSet packets, IpVersion version) {
        List<Ace> denying = of(packets, version, false);
        List<Ace> permitting = of(packets, version, true);
        return permitting.size() < denying.size() ? permitting : denying;
    }

    private static List<Ace> of(PacketSet packets, IpVersion version, boolean rest) {
        List<Ace> aces = new ArrayList<>();
        Region begun = packets.region(Protocols.TCP);
        Region underWay = packets.region(PacketSet.ESTABLISHED);
        if (!begun.equals(underWay)) {
            aces.addAll(rectangles(Protocols.TCP, underWay, true, true));
            aces.add(new Ace(false, Protocols.TCP, Ports.ANY, Ports.ANY, true, false));
        }
        aces.addAll(ofProtocol(Protocols.TCP, begun, rest));
        for (int protocol = 0; protocol < 256; protocol++) {
            if (protocol != Protocols.TCP) {
                aces.addAll(ofProtocol(named(protocol, version), packets.region(protocol), rest));
            }
        }
        aces.add(rest ? Ace.PERMIT_IP : Ace.DENY_IP);
        return aces;
    }

    private static int named(int protocol, IpVersion version) {
        return version == IpVersion.IPV6 && protocol == Protocols.ICMP6 ? Protocols.ICMP : protocol;
    }

    /** @param rest what becomes of what they do not match */
    private static List<Ace> ofProtocol(int protocol, Region region, boolean rest) {
        if (region.isAll() && rest || region.isEmpty() && !rest) {
            return List.of();
        }
        Region missing = Region.combine(Region.ALL, region, SetOperation.MINUS);
        List<Ace> plain = rectangles(protocol, rest ? missing : region, !rest, false);
        List<Ace> turned = rectangles(protocol, rest ? region : missing, rest, false);
        turned.add(new Ace(!rest, protocol, Ports.ANY, Ports.ANY, false, false));
        return turned.size() < plain.size() ? turned : plain;
    }

    /** Covers a region by rectangles that each are as large as they can be, from its lowest corner on. */
    private static List<Ace> rectangles(int protocol, Region region, boolean permit, boolean established) {
        List<Ace> aces = new ArrayList<>();
        Region left = region;
        while (!left.isEmpty()) {
            int column = left.columns[0].isEmpty() ? 1 : 0;
            int source = left.starts[column];
            int destination = left.columns[column].low(0);
            Region within = Protocols.isIcmp(protocol) ? left : region;
            Rectangle one = Rectangle.tallest(within, source, destination);
            Rectangle other = Rectangle.widest(within, source, destination);
            Rectangle best = other.newIn(left) > one.newIn(left) ? other : one;
            if (Protocols.isIcmp(protocol)) {
                best = best.oneIcmpMatch();
            }
            aces.add(new Ace(permit, protocol, best.sources(), best.destinations(), established, false));
            left = Region.combine(left, best.region(), SetOperation.MINUS);
        }
        return aces;
    }
}
