package clarion.domain.sgacl;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says exactly what SGACLs do on a platform. It refuses what it cannot decide: an ACE with {@code established} on a
 * platform of which it is not known that it understands it.
 */
public final class SgaclEngine {

    private final Platform platform;

    public SgaclEngine(Platform platform) {
        this.platform = platform;
    }

    /** What becomes of a packet. An SGACL for the other IP version does not look at it, and so permits it. */
    public Decision decide(Sgacl sgacl, Packet packet) {
        requireDecidable(sgacl);
        if (sgacl.family().covers(packet.version())) {
            for (int i = 0; i < sgacl.aces().size(); i++) {
                Ace ace = sgacl.aces().get(i);
                if (ace.matches(packet)) {
                    return new Decision(ace.permit(), i, Optional.of(ace));
                }
            }
        }
        return new Decision(true, -1, Optional.empty());
    }

    /** All packets of a version that pass. */
    public PacketSet permitted(Sgacl sgacl, IpVersion version) {
        requireDecidable(sgacl);
        return sgacl.family().covers(version) ? permitted(sgacl.aces(), version) : PacketSet.ALL;
    }

    /** The last ACE first: what an earlier one matches, it takes over. */
    static PacketSet permitted(List<Ace> aces, IpVersion version) {
        PacketSet passes = PacketSet.ALL;
        for (int i = aces.size() - 1; i >= 0; i--) {
            PacketSet matched = aces.get(i).packets(version);
            passes = aces.get(i).permit() ? passes.union(matched) : passes.minus(matched);
        }
        return passes;
    }

    /** True if both let the same packets pass. */
    public boolean isEquivalent(Sgacl first, Sgacl second) {
        return difference(first, second).isEmpty() && difference(second, first).isEmpty();
    }

    /** True if the second lets everything pass that the first does. */
    public boolean isSubset(Sgacl first, Sgacl second) {
        return difference(first, second).isEmpty();
    }

    /** A packet that the first lets pass and the second does not, if there is any: the counter-example. */
    public Optional<Packet> difference(Sgacl first, Sgacl second) {
        for (IpVersion version : IpVersion.values()) {
            Optional<Packet> packet =
                    permitted(first, version).minus(permitted(second, version)).example(version);
            if (packet.isPresent()) {
                return packet;
            }
        }
        return Optional.empty();
    }

    /** An SGACL that lets pass what both let pass; both must be for the same packets. */
    public Sgacl intersection(Sgacl first, Sgacl second) {
        if (first.family() != second.family()) {
            throw refusal("An SGACL for " + first.family() + " and one for " + second.family()
                    + " have no common one; make both of the same IP version.");
        }
        List<IpVersion> versions = versions(first.family());
        Sgacl common = new Sgacl(first.family(), Cover.of(both(first, second, versions.get(0)), versions.get(0)));
        for (IpVersion version : versions) {
            if (!permitted(common, version).isSameAs(both(first, second, version))) {
                throw refusal("For IPv6 'icmp' is protocol 58, and these lists name both; write one for IPv4 and one"
                        + " for IPv6 instead.");
            }
        }
        return common;
    }

    private PacketSet both(Sgacl first, Sgacl second, IpVersion version) {
        return permitted(first, version).intersection(permitted(second, version));
    }

    /** The same in as few ACEs as are found, the last of them for all packets. The same input gives the same. */
    public Sgacl minimal(Sgacl sgacl) {
        requireDecidable(sgacl);
        return new Sgacl(sgacl.family(), Minimum.of(sgacl.aces(), versions(sgacl.family())));
    }

    /** Positions of ACEs that never decide about any packet, because earlier ones match all that they would. */
    public List<Integer> shadowed(Sgacl sgacl) {
        requireDecidable(sgacl);
        return Minimum.shadowed(sgacl.aces(), versions(sgacl.family()));
    }

    /** Positions of ACEs without any of which everything would be as it is, each taken alone. */
    public List<Integer> redundant(Sgacl sgacl) {
        requireDecidable(sgacl);
        return Minimum.redundant(sgacl.aces(), versions(sgacl.family()));
    }

    private static List<IpVersion> versions(IpFamily family) {
        return Arrays.stream(IpVersion.values()).filter(family::covers).toList();
    }

    private void requireDecidable(Sgacl sgacl) {
        if (!platform.established() && sgacl.usesEstablished()) {
            throw refusal("Whether 'established' works in an SGACL differs by switch, so what this list does cannot be"
                    + " decided; say that all switches support it, or permit replies by their source port.");
        }
    }

    private static ClarionException refusal(String detail) {
        return new ClarionException(ProblemType.VALIDATION_FAILED, detail, Map.of());
    }
}
