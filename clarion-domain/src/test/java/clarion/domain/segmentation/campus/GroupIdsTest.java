package clarion.domain.segmentation.campus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupIdsTest {

    @Test
    void keepsTheNumberOfTheFormerGroupWithMostMembersAndNeverUsesOneAgain() {
        Analysis analysis = new SmallCampus()
                .leases(1, 20)
                .leases(2, 20)
                .ask(1, 20, "192.0.2.1", 554, 4)
                .ask(2, 20, "192.0.2.1", 25, 4)
                .analysis(false);
        int first = SmallCampus.groups(analysis, 1, 20).iterator().next();
        int second = SmallCampus.groups(analysis, 2, 20).iterator().next();
        Set<Integer> used = Set.of(analysis.id(second));
        GroupIds.Former former =
                new GroupIds.Former(Map.of(SmallCampus.mac(1, 1), 7, SmallCampus.mac(1, 2), 7, "gone", 8), used);
        int[] ids =
                GroupIds.of(analysis.grouping(), analysis.evidence().traffic().endpoints(), former);
        assertEquals(7, ids[first]);
        assertFalse(Set.of(7, 8, analysis.id(second)).contains(ids[second]), "number " + ids[second]);
        assertTrue(ids[second] >= 100_000 && ids[second] < 1_000_000);
    }
}
