package clarion.domain.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.policy.SwitchLimits.Overrun;
import clarion.domain.policy.mining.Evidence;
import clarion.domain.policy.mining.Groups;
import clarion.domain.policy.mining.Mined;
import clarion.domain.policy.mining.Permit;
import clarion.domain.policy.mining.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchLimitsTest {

    private static final Evidence SEEN = new Evidence(9, 9, 2, 90, 88, 5, 0, 4, 1, 0);

    private static ProposedPolicy policy() {
        Groups groups = new Groups(List.of("desks", "web"), new int[] {0, 1}, new int[] {1, 1});
        List<Permit> permits = List.of(
                new Permit(0, 1, new Service(6, 80, 80), SEEN, "used", true),
                new Permit(0, 1, new Service(6, 443, 443), SEEN, "used", true),
                new Permit(0, 1, new Service(6, 400, 450), SEEN, "used", true));
        return ProposedPolicy.of(new Mined(groups, permits, List.of(), 0, 0, 0, 0));
    }

    @Test
    void countsAnAceOnceThatIsInsideAnother() {
        assertEquals(
                "permit tcp dst eq 80\npermit tcp dst range 400 450\ndeny ip",
                policy().find(0, 1).orElseThrow().sgacl().text());
    }

    @Test
    void saysWhatDoesNotFit() {
        SwitchLimits small = new SwitchLimits("small", 2, 5, 5, "made up");
        assertEquals(
                List.of("ACEs of an SGACL", "ACEs of an SGACL", "ACEs of all SGACLs"),
                small.check(policy()).stream().map(Overrun::what).toList());
        assertEquals(6, small.check(policy()).get(2).needed());
        SwitchLimits.TABLE.forEach(limits -> assertTrue(limits.check(policy()).isEmpty()));
    }
}
