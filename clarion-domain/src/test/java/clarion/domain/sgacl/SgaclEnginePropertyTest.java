package clarion.domain.sgacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The engine against an oracle that knows nothing but "the first that matches, and else permitted". */
class SgaclEnginePropertyTest {

    private static final long SEED = Long.getLong("clarion.seed", System.nanoTime());

    private final SgaclEngine engine = new SgaclEngine(new Platform(true));
    private final RandomSgacls random = new RandomSgacls(SEED);

    /** The oracle, by the words of the guide alone; it shares no code with the engine. */
    private static boolean passes(Sgacl sgacl, Packet p) {
        if (sgacl.family() != IpFamily.IP_AGNOSTIC
                && !sgacl.family().name().equals(p.version().name())) {
            return true;
        }
        for (Ace ace : sgacl.aces()) {
            int protocol = ace.protocol() == 1 && p.version() == IpVersion.IPV6 ? 58 : ace.protocol();
            if (protocol == -1
                    || protocol == p.protocol()
                            && (!ace.established() || p.established())
                            && in(ace.source(), p.sourcePort())
                            && in(ace.destination(), p.destinationPort())) {
                return ace.permit();
            }
        }
        return true;
    }

    private static boolean in(Ports ports, int port) {
        return ports.except() ? port != ports.low() : port >= ports.low() && port <= ports.high();
    }

    @Test
    void agreesWithTheOracleOnAMillionCases() {
        for (int list = 0; list < 50_000; list++) {
            Sgacl sgacl = random.next(6, true);
            PacketSet v4 = engine.permitted(sgacl, IpVersion.IPV4);
            PacketSet v6 = engine.permitted(sgacl, IpVersion.IPV6);
            for (int i = 0; i < 20; i++) {
                Packet packet = random.packet(true);
                boolean passes = passes(sgacl, packet);
                assertEquals(passes, engine.decide(sgacl, packet).permitted(), () -> said(sgacl) + packet);
                assertEquals(
                        passes,
                        (packet.version() == IpVersion.IPV4 ? v4 : v6).contains(packet),
                        () -> said(sgacl) + packet);
            }
        }
    }

    @Test
    void comparesListsAsTheOracleDoes() {
        int equal = 0;
        int inside = 0;
        for (int i = 0; i < 1_500; i++) {
            Sgacl first = random.next(3, true);
            Sgacl second = new Sgacl(first.family(), random.next(3, true).aces());
            boolean subset = true;
            boolean same = true;
            for (Packet packet : all()) {
                subset &= !passes(first, packet) || passes(second, packet);
                same &= passes(first, packet) == passes(second, packet);
            }
            equal += same ? 1 : 0;
            inside += subset ? 1 : 0;
            assertEquals(subset, engine.isSubset(first, second), () -> said(first) + said(second));
            assertEquals(same, engine.isEquivalent(first, second), () -> said(first) + said(second));
            Optional<Packet> example = engine.difference(first, second);
            assertEquals(!subset, example.isPresent());
            example.ifPresent(packet -> assertTrue(
                    passes(first, packet) && !passes(second, packet), () -> said(first) + said(second) + packet));
        }
        assertTrue(equal > 10 && inside > 50, "too few of them were equal or inside to say anything");
    }

    @Test
    void intersectsListsAsTheOracleDoes() {
        for (int i = 0; i < 1_500; i++) {
            Sgacl first = new Sgacl(IpFamily.IPV4, random.next(3, true).aces());
            Sgacl second = new Sgacl(IpFamily.IPV4, random.next(3, true).aces());
            Sgacl both = engine.intersection(first, second);
            for (Packet packet : RandomSgacls.universe(IpVersion.IPV4, true)) {
                assertEquals(
                        passes(first, packet) && passes(second, packet),
                        passes(both, packet),
                        () -> said(first) + said(second) + said(both) + packet);
            }
        }
    }

    @Test
    void shortensListsWithoutChangingThem() {
        int shorter = 0;
        for (int i = 0; i < 1_500; i++) {
            Sgacl sgacl = random.next(6, i % 2 == 0);
            Sgacl minimal = engine.minimal(sgacl);
            shorter += minimal.aces().size() < sgacl.aces().size() ? 1 : 0;
            assertTrue(minimal.endsExplicitly(), () -> said(minimal));
            assertTrue(
                    minimal.aces().size() <= sgacl.aces().size() + (sgacl.endsExplicitly() ? 0 : 1),
                    () -> said(sgacl) + said(minimal));
            for (Packet packet : all()) {
                assertEquals(passes(sgacl, packet), passes(minimal, packet), () -> said(sgacl) + said(minimal));
            }
            assertEquals(minimal, engine.minimal(sgacl), "twice the same");
            assertEquals(minimal, engine.minimal(minimal), () -> "minimal already: " + said(minimal));
        }
        assertTrue(shorter > 250);
    }

    @Test
    void findsWhatNeverDecidesAndWhatChangesNothing() {
        for (int i = 0; i < 1_500; i++) {
            Sgacl sgacl = random.next(5, true);
            List<Integer> shadowed = engine.shadowed(sgacl);
            List<Integer> redundant = engine.redundant(sgacl);
            for (int ace = 0; ace < sgacl.aces().size(); ace++) {
                int position = ace;
                boolean decides =
                        all().stream().anyMatch(p -> engine.decide(sgacl, p).position() == position);
                assertEquals(!decides, shadowed.contains(ace), () -> said(sgacl) + position);
                List<Ace> fewer = new java.util.ArrayList<>(sgacl.aces());
                fewer.remove(ace);
                Sgacl without = new Sgacl(sgacl.family(), fewer);
                boolean same = all().stream().allMatch(p -> passes(sgacl, p) == passes(without, p));
                assertEquals(same, redundant.contains(ace), () -> said(sgacl) + position);
            }
        }
    }

    @Test
    void readsWhatItWrites() {
        for (int i = 0; i < 20_000; i++) {
            Sgacl sgacl = random.next(6, true);
            SgaclReading reading = SgaclParser.parse(sgacl.text(), sgacl.family());
            assertEquals(sgacl, reading.sgacl());
            assertFalse(reading.sgacl().text().contains("  "));
        }
    }

    private static List<Packet> all() {
        return ALL;
    }

    private static final List<Packet> ALL = java.util.stream.Stream.concat(
                    RandomSgacls.universe(IpVersion.IPV4, true).stream(),
                    RandomSgacls.universe(IpVersion.IPV6, true).stream())
            .toList();

    private static String said(Sgacl sgacl) {
        return "seed " + SEED + ", " + sgacl.family() + ":\n" + sgacl.text() + "\n";
    }
}
