package clarion.domain.policy.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.policy.PolicyCell;
import clarion.domain.policy.ProposedPolicy;
import clarion.domain.policy.mining.ReviewItem.Reason;
import clarion.domain.sgacl.Platform;
import clarion.domain.sgacl.SgaclEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinerTest {

    private static List<String> permits(Mined mined) {
        return mined.permits().stream()
                .map(permit -> mined.groups().name(permit.client()) + ">"
                        + mined.groups().name(permit.server()) + " " + permit.service())
                .toList();
    }

    private static List<String> review(Mined mined) {
        return mined.review().stream()
                .map(item -> item.reason() + " " + mined.groups().name(item.client()) + ">"
                        + mined.groups().name(item.server()) + " " + item.service())
                .toList();
    }

    @Test
    void permitsWhatManyMembersUseAndTheRepliesToIt() {
        Mined mined = new SeenUsage().many(60, 6, 443).mined();
        assertEquals(List.of("laptops>servers tcp/443"), permits(mined));
        ProposedPolicy policy = ProposedPolicy.of(mined);
        assertEquals(
                "permit tcp dst eq 443\ndeny ip",
                policy.find(SeenUsage.LAPTOPS, SeenUsage.SERVERS)
                        .orElseThrow()
                        .sgacl()
                        .text());
        PolicyCell replies = policy.find(SeenUsage.SERVERS, SeenUsage.LAPTOPS).orElseThrow();
        assertEquals("permit tcp src eq 443\ndeny ip", replies.sgacl().text());
        assertEquals(60, replies.lines().get(0).replies().get(0).evidence().clients());
    }

    @Test
    void asksAboutWhatAFewUse() {
        Mined mined = new SeenUsage()
                .many(60, 6, 443)
                .many(2, 6, 8444)
                .see(5, 101, 6, 22)
                .mined();
        assertEquals(List.of("laptops>servers tcp/443"), permits(mined));
        assertEquals(List.of("RARE laptops>servers tcp/8444", "ONE_CLIENT laptops>servers tcp/22"), review(mined));
    }

    @Test
    void learnsNothingFromScans() {
        SeenUsage usage = new SeenUsage().many(60, 6, 443);
        for (int i = 0; i < 50; i++) {
            usage.see(i, SeenUsage.SERVER, 6, 23, 2, 2, 2, 1);
        }
        Mined mined = usage.mined();
        assertEquals(List.of("laptops>servers tcp/443"), permits(mined));
        assertEquals(
                List.of(Reason.SCAN),
                mined.review().stream().map(ReviewItem::reason).toList());
        assertEquals(100, mined.scans());
    }

    @Test
    void knowsASlowScanByItsManyTargetsAndFewAnswers() {
        SeenUsage usage = new SeenUsage();
        for (int i = 1; i < 60; i++) {
            usage.see(i, SeenUsage.SERVER, 6, 443);
            usage.see(0, i, 6, 445, 1, i % 2, 0, 1);
        }
        Mined mined = usage.mined();
        assertEquals(List.of("laptops>servers tcp/443"), permits(mined));
        assertEquals(List.of("SCAN laptops>laptops tcp/445"), review(mined));
    }

    @Test
    void believesWhoAsksTheSameDayAfterDayThoughNoAnswerIsExported() {
        int[] of = {0, 0, 1, 1};
        Groups groups = new Groups(List.of("scada", "historian"), of, new int[] {2, 2});
        SeenUsage usage = new SeenUsage().see(0, 2, 6, 1433).see(0, 3, 6, 1433);
        usage.see(1, 2, 6, 1433, 300, 0, 300, 0b11111).see(1, 3, 6, 1433, 280, 0, 280, 0b11111);
        Mined mined = Miner.mine(usage, groups, MiningSettings.DEFAULTS);
        assertEquals(List.of("scada>historian tcp/1433"), permits(mined));
    }

    @Test
    void makesARangeOfPortsThatAreAnotherEachTime() {
        SeenUsage usage = new SeenUsage();
        for (int i = 0; i < 100; i++) {
            usage.see(i, SeenUsage.SERVER + i % 4, 17, 16_384 + 2 * ((i * 5_063) % 8_192), 1, 1, 0, 0b11);
            usage.see(i, SeenUsage.SERVER + i % 4, 6, 51_244, 20, 20, 0, 0b11);
        }
        assertEquals(List.of("laptops>servers tcp/51244", "laptops>servers udp/16384-32767"), permits(usage.mined()));
    }

    @Test
    void keepsInfrastructureThatAGroupHardlyUses() {
        int[] of = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
        Groups groups = new Groups(List.of("a", "b", "c", "d", "dns"), of, new int[] {2, 2, 2, 60, 2});
        SeenUsage usage = new SeenUsage();
        for (int client = 0; client < 6; client++) {
            usage.see(client, 8, 17, 53).see(client, 9, 6, 8080);
        }
        usage.see(6, 8, 17, 53, 1, 1, 0, 1).see(6, 9, 6, 8080, 1, 1, 0, 1);
        Mined mined = Miner.mine(usage, groups, MiningSettings.DEFAULTS);
        assertTrue(permits(mined).contains("d>dns udp/53"), permits(mined).toString());
        assertEquals(List.of("ONE_CLIENT d>dns tcp/8080"), review(mined));
    }

    @Test
    void letsNobodyInWhoIsUnknownAndSaysSo() {
        Mined mined = new SeenUsage()
                .many(60, 6, 443)
                .see(1, SeenUsage.STRANGER, 6, 443)
                .see(SeenUsage.STRANGER, SeenUsage.SERVER, 6, 443)
                .see(1, SeenUsage.MULTICAST, 17, 5353)
                .mined();
        assertEquals(List.of("laptops>servers tcp/443"), permits(mined));
        assertEquals(6, mined.unknown());
        assertEquals(3, mined.multicast());
    }

    @Test
    void treatsWhatIsOutsideAsAGroupOfItsOwn() {
        SeenUsage usage = new SeenUsage().see(SeenUsage.OUTSIDE, SeenUsage.SERVER, 6, 443, 40, 38, 0, 0b1111);
        usage.see(SeenUsage.OUTSIDE, SeenUsage.SERVER, 6, 3389, 1, 1, 0, 1);
        usage.see(SeenUsage.OUTSIDE, SeenUsage.SERVER, 17, 123, 9, 9, 0, 0b11);
        usage.see(SeenUsage.OUTSIDE, SeenUsage.SERVER + 1, 17, 123, 9, 9, 0, 0b11);
        usage.many(30, 6, 443);
        for (int i = 0; i < 30; i++) {
            usage.see(i, SeenUsage.OUTSIDE, 6, 443);
        }
        assertEquals(
                List.of(
                        "EXTERNAL>servers tcp/443",
                        "laptops>EXTERNAL tcp/443",
                        "laptops>servers tcp/443",
                        "servers>EXTERNAL udp/123"),
                permits(usage.mined()));
        assertEquals(List.of("RARE EXTERNAL>servers tcp/3389"), review(usage.mined()));
    }

    @Test
    void sharesOneListBetweenCellsThatPermitTheSame() {
        int[] of = {0, 0, 1, 1, 2, 2};
        Groups groups = new Groups(List.of("a", "b", "web"), of, new int[] {2, 2, 2});
        SeenUsage usage = new SeenUsage();
        for (int client = 0; client < 4; client++) {
            usage.see(client, 4, 6, 80).see(client, 5, 6, 80);
        }
        ProposedPolicy policy = ProposedPolicy.of(Miner.mine(usage, groups, MiningSettings.DEFAULTS));
        assertEquals(4, policy.cells().size());
        assertEquals(2, policy.sgacls().size());
        SgaclEngine engine = new SgaclEngine(Platform.COMMON);
        policy.sgacls().values().forEach(sgacl -> assertEquals(sgacl, engine.minimal(sgacl)));
    }

    @Test
    void needsMoreMembersWhereDeviantsCouldBeMore() {
        MiningSettings settings = MiningSettings.DEFAULTS;
        assertEquals(1, settings.support(1, 0));
        assertEquals(2, settings.support(3, 0));
        assertTrue(settings.support(300, 0.5) > settings.support(300, 0));
        int before = 0;
        for (int members = 1; members < 50_000; members += 37) {
            int support = settings.support(members, 0.1);
            assertTrue(support >= before && support <= members, members + " members");
            before = support;
        }
    }
}
