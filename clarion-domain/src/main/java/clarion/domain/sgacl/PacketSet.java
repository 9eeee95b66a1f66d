package clarion.domain.sgacl;

import java.util.Arrays;
import java.util.Optional;

/**
 * An exact set of packets of one IP version. Immutable, and compared by {@link #isSameAs}. TCP packets of a connection
 * that is under way, with ACK or RST, are kept apart from those that begin one, because {@code established} tells them
 * apart.
 */
public final class PacketSet {

    /** Where TCP packets with ACK or RST are, beside those without at {@link Protocols#TCP}. */
    static final int ESTABLISHED = 256;

    private static final int PLANES = 257;

    static final PacketSet NONE = new PacketSet(false, new int[0], new Region[0]);
    static final PacketSet ALL = new PacketSet(true, new int[0], new Region[0]);

    /** Whether protocols that are not listed are in it as a whole. */
    private final boolean others;

    private final int[] planes;
    private final Region[] regions;

    private PacketSet(boolean others, int[] planes, Region[] regions) {
        this.others = others;
        this.planes = planes;
        this.regions = regions;
    }

    /** @param planes ascending */
    static PacketSet of(Region region, int... planes) {
        Region[] regions = new Region[planes.length];
        Arrays.fill(regions, region);
        return new PacketSet(false, planes, regions);
    }

    static PacketSet combine(PacketSet first, PacketSet second, SetOperation operation) {
        boolean others = operation.of(first.others, second.others);
        int[] planes = new int[first.planes.length + second.planes.length];
        Region[] regions = new Region[planes.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < first.planes.length || j < second.planes.length) {
            int a = i < first.planes.length ? first.planes[i] : PLANES;
            int b = j < second.planes.length ? second.planes[j] : PLANES;
            int plane = Math.min(a, b);
            Region made = Region.combine(
                    a == plane ? first.regions[i++] : whole(first.others),
                    b == plane ? second.regions[j++] : whole(second.others),
                    operation);
            if (!made.equals(whole(others))) {
                planes[size] = plane;
                regions[size++] = made;
            }
        }
        return new PacketSet(others, Arrays.copyOf(planes, size), Arrays.copyOf(regions, size));
    }

    private static Region whole(boolean in) {
        return in ? Region.ALL : Region.NONE;
    }

    Region region(int plane) {
        int at = Arrays.binarySearch(planes, plane);
        return at >= 0 ? regions[at] : whole(others);
    }

    public PacketSet union(PacketSet other) {
        return combine(this, other, SetOperation.OR);
    }

    public PacketSet intersection(PacketSet other) {
        return combine(this, other, SetOperation.AND);
    }

    public PacketSet minus(PacketSet other) {
        return combine(this, other, SetOperation.MINUS);
    }

    public boolean isEmpty() {
        return !others && planes.length == 0;
    }

    public boolean isAll() {
        return others && planes.length == 0;
    }

    /** True if both have the same packets. */
    public boolean isSameAs(PacketSet other) {
        return combine(this, other, SetOperation.EITHER).isEmpty();
    }

    /** True if every packet of this set is in the other. */
    public boolean isSubsetOf(PacketSet other) {
        return minus(other).isEmpty();
    }

    /** True if the packet is in it; its IP version is not looked at. */
    public boolean contains(Packet packet) {
        return region(packet.plane()).contains(packet.sourcePort(), packet.destinationPort());
    }

    /** The first packet in it by protocol, source and destination port, if there is any. TCP and UDP come first. */
    public Optional<Packet> example(IpVersion version) {
        for (int plane : new int[] {Protocols.TCP, Protocols.UDP, ESTABLISHED}) {
            if (!region(plane).isEmpty()) {
                return Optional.of(first(version, plane));
            }
        }
        for (int plane = 0; plane < PLANES; plane++) {
            if (!region(plane).isEmpty()) {
                return Optional.of(first(version, plane));
            }
        }
        return Optional.empty();
    }

    private Packet first(IpVersion version, int plane) {
        Region region = region(plane);
        int column = region.columns[0].isEmpty() ? 1 : 0;
        return new Packet(
                version,
                plane == ESTABLISHED ? Protocols.TCP : plane,
                region.starts[column],
                region.columns[column].low(0),
                plane == ESTABLISHED);
    }
}
