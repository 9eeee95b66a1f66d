package clarion.domain.sgacl;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** SGACLs by chance, over few ports, so that ACEs overlap, touch and hide each other. */
final class RandomSgacls {

    /** The ports at which random ACEs begin and end, and so all where a verdict can change. */
    static final int[] EDGES = {0, 1, 22, 80, 81, 443, 1024, 65_534, 65_535};

    private static final int[] PROTOCOLS = {6, 6, 6, 17, 17, 1, 58, 47, -1};

    private final SplittableRandom random;

    RandomSgacls(long seed) {
        random = new SplittableRandom(seed);
    }

    Sgacl next(int longest, boolean established) {
        List<Ace> aces = new ArrayList<>();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            aces.add(ace(established));
        }
        if (random.nextBoolean()) {
            aces.add(random.nextBoolean() ? Ace.DENY_IP : Ace.PERMIT_IP);
        }
        int family = random.nextInt(8);
        return new Sgacl(family == 0 ? IpFamily.IPV6 : family == 1 ? IpFamily.IP_AGNOSTIC : IpFamily.IPV4, aces);
    }

    Ace ace(boolean established) {
        int protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
        boolean permit = random.nextInt(3) > 0;
        if (Protocols.isIcmp(protocol)) {
            int type = random.nextInt(3) * 8;
            Ports types = random.nextInt(3) == 0
                    ? Ports.ANY
                    : random.nextBoolean() ? Ports.of(type * 256) : Ports.range(type * 256, type * 256 + 255);
            return new Ace(permit, protocol, Ports.ANY, types, false, false);
        } else if (!Protocols.hasPorts(protocol)) {
            return new Ace(permit, protocol, Ports.ANY, Ports.ANY, false, random.nextInt(20) == 0);
        }
        return new Ace(
                permit,
                protocol,
                ports(),
                ports(),
                established && protocol == 6 && random.nextInt(4) == 0,
                random.nextInt(20) == 0);
    }

    private Ports ports() {
        int a = EDGES[random.nextInt(EDGES.length)];
        int b = EDGES[random.nextInt(EDGES.length)];
        switch (random.nextInt(4)) {
            case 0:
                return Ports.ANY;
            case 1:
                return Ports.of(a);
            case 2:
                return new Ports(a, a, true);
            default:
                return Ports.range(Math.min(a, b), Math.max(a, b));
        }
    }

    /** A packet at, just before or just after an edge. */
    Packet packet(boolean established) {
        int protocol = Math.abs(PROTOCOLS[random.nextInt(PROTOCOLS.length)]);
        IpVersion version = random.nextInt(4) == 0 ? IpVersion.IPV6 : IpVersion.IPV4;
        if (!Protocols.hasPorts(protocol)) {
            int type = Protocols.isIcmp(protocol) ? random.nextInt(3) * 2048 + random.nextInt(2) : 0;
            return new Packet(version, protocol, 0, type, false);
        }
        return new Packet(version, protocol, port(), port(), established && random.nextBoolean());
    }

    private int port() {
        int port = EDGES[random.nextInt(EDGES.length)] + random.nextInt(3) - 1;
        return Math.max(0, Math.min(65_535, port));
    }

    /** One packet for each class that no random ACE tells apart: all of them are a universe for an oracle. */
    static List<Packet> universe(IpVersion version, boolean established) {
        List<Packet> packets = new ArrayList<>();
        int[] ports = {0, 1, 2, 22, 23, 80, 81, 82, 443, 444, 1024, 1025, 65_534, 65_535};
        for (int protocol : new int[] {6, 17}) {
            for (int source : ports) {
                for (int destination : ports) {
                    packets.add(new Packet(version, protocol, source, destination, false));
                    if (established && protocol == 6) {
                        packets.add(new Packet(version, protocol, source, destination, true));
                    }
                }
            }
        }
        for (int protocol : new int[] {1, 58}) {
            for (int type : new int[] {0, 1, 256, 2048, 2049, 2304, 4096, 4097, 4352}) {
                packets.add(new Packet(version, protocol, 0, type, false));
            }
        }
        packets.add(new Packet(version, 47, 0, 0, false));
        packets.add(new Packet(version, 2, 0, 0, false));
        return packets;
    }
}
