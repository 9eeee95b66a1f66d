package clarion.domain.sgacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SgaclEngineTest {

    private final SgaclEngine engine = new SgaclEngine(Platform.COMMON);

    private static Sgacl list(String... lines) {
        return SgaclParser.parse(String.join("\n", lines), IpFamily.IPV4).sgacl();
    }

    @Test
    void permitsWhatNoAceMatches() {
        Sgacl web = list("deny tcp dst eq 23");
        assertTrue(engine.decide(web, Packet.v4(6, 50_000, 443)).permitted());
        assertEquals(-1, engine.decide(web, Packet.v4(6, 50_000, 443)).position());
        assertFalse(engine.decide(web, Packet.v4(6, 50_000, 23)).permitted());
        assertTrue(engine.decide(Sgacl.of(), Packet.v4(17, 1, 1)).permitted());
    }

    @Test
    void knowsThatAReplyIsAPacketOfTheOtherCell() {
        Sgacl requests = list("permit tcp dst eq 443", "deny ip");
        Sgacl replies = list("permit tcp src eq 443", "deny ip");
        assertFalse(engine.decide(requests, Packet.v4(6, 443, 51_515)).permitted());
        assertTrue(engine.decide(replies, Packet.v4(6, 443, 51_515)).permitted());
    }

    @Test
    void leavesTheOtherIpVersionAlone() {
        Sgacl v4 = list("deny ip");
        Packet v6 = new Packet(IpVersion.IPV6, 6, 1, 2, false);
        assertTrue(engine.decide(v4, v6).permitted());
        assertFalse(
                engine.decide(new Sgacl(IpFamily.IP_AGNOSTIC, v4.aces()), v6).permitted());
        assertEquals(
                new Packet(IpVersion.IPV6, 6, 0, 0, false),
                engine.difference(v4, new Sgacl(IpFamily.IP_AGNOSTIC, v4.aces()))
                        .orElseThrow());
    }

    @Test
    void takesIcmpForThatOfThePacketsVersion() {
        Sgacl both =
                new Sgacl(IpFamily.IP_AGNOSTIC, list("permit icmp", "deny ip").aces());
        assertTrue(engine.decide(both, new Packet(IpVersion.IPV6, 58, 0, 128 * 256, false))
                .permitted());
        assertFalse(
                engine.decide(both, new Packet(IpVersion.IPV4, 58, 0, 0, false)).permitted());
    }

    @Test
    void givesACounterExample() {
        Sgacl wide = list("permit tcp dst range 80 90", "deny ip");
        Sgacl narrow = list("permit tcp dst range 80 89", "deny ip");
        assertTrue(engine.isSubset(narrow, wide));
        assertEquals(
                "tcp 0 -> 90", engine.difference(wide, narrow).orElseThrow().toString());
    }

    @Test
    void findsTheShortForm() {
        assertEquals(
                "permit tcp dst range 80 82\ndeny ip",
                engine.minimal(list("permit tcp dst eq 80", "permit tcp dst eq 82", "permit tcp dst eq 81", "deny ip"))
                        .text());
        assertEquals(
                "permit ip",
                engine.minimal(list("permit tcp", "permit udp dst eq 53")).text());
        assertEquals(
                "deny tcp dst eq 23\npermit ip",
                engine.minimal(list("deny tcp dst eq 23", "permit tcp", "permit ip"))
                        .text());
        assertEquals(
                "permit tcp src eq 443\npermit tcp dst eq 443\ndeny ip",
                engine.minimal(list("permit tcp src eq 443", "permit tcp dst eq 443", "deny ip"))
                        .text());
    }

    @Test
    void keepsALineThatLogs() {
        Sgacl logs = list("permit tcp dst eq 22 log", "permit ip");
        assertEquals(logs, engine.minimal(logs));
    }

    @Test
    void refusesEstablishedUnlessThePlatformHasIt() {
        Sgacl replies = list("permit tcp established", "deny ip");
        ClarionException refused =
                assertThrows(ClarionException.class, () -> engine.permitted(replies, IpVersion.IPV4));
        assertTrue(refused.toString().contains("source port"), refused.getMessage());
        assertThrows(ClarionException.class, () -> engine.decide(replies, Packet.v4(6, 1, 1)));
        SgaclEngine knowing = new SgaclEngine(new Platform(true));
        assertFalse(knowing.decide(replies, Packet.v4(6, 1, 1)).permitted());
        assertTrue(knowing.decide(replies, new Packet(IpVersion.IPV4, 6, 1, 1, true))
                .permitted());
    }

    @Test
    void lintsWhatACarefulColleagueWouldSee() {
        assertEquals(List.of(Finding.Kind.NO_CATCH_ALL), kinds("permit tcp dst eq 443"));
        assertEquals(
                List.of(Finding.Kind.SHADOWED), kinds("permit tcp dst range 1 100", "permit tcp dst eq 22", "deny ip"));
        assertEquals(List.of(Finding.Kind.SHADOWED), kinds("deny ip", "permit tcp"));
        assertEquals(List.of(Finding.Kind.REDUNDANT), kinds("deny tcp dst eq 23", "permit udp", "deny ip"));
        assertEquals(List.of(Finding.Kind.UNDECIDABLE), kinds("permit tcp established", "deny ip"));
        assertEquals(
                List.of(Finding.Kind.REDUNDANT, Finding.Kind.PERMITS_ALL), kinds("permit tcp dst eq 80", "permit ip"));
        assertEquals(List.of(), kinds("permit tcp dst eq 443", "deny ip"));
    }

    private static List<Finding.Kind> kinds(String... lines) {
        return Lint.of(list(lines), Platform.COMMON).stream().map(Finding::kind).toList();
    }
}
