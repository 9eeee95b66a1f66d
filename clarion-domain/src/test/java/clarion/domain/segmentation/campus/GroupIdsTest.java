package clarion.domain.segmentation.campus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
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

    @Test
    void assignsAsWellAsTryingAllWaysDoes() {
        long seed = 20_261_201;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            double[][] weight = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
            int columns = weight[0].length;
            weight = new double[weight.length][columns];
            for (double[] row : weight) {
                for (int j = 0; j < columns; j++) {
                    row[j] = random.nextInt(4) == 0 ? 0 : random.nextInt(100);
                }
            }
            int[] found = Assignment.best(weight);
            double sum = 0;
            for (int i = 0; i < found.length; i++) {
                sum += found[i] < 0 ? 0 : weight[i][found[i]];
            }
            assertEquals(best(weight, 0, 0), sum, "seed " + seed + ", round " + round);
        }
        assertArrayEquals(new int[0], Assignment.best(new double[0][0]));
    }

    private static double best(double[][] weight, int row, int taken) {
        if (row == weight.length) {
            return 0;
        }
        double best = best(weight, row + 1, taken);
        for (int j = 0; j < weight[row].length; j++) {
            if ((taken & 1 << j) == 0) {
                best = Math.max(best, weight[row][j] + best(weight, row + 1, taken | 1 << j));
            }
        }
        return best;
    }
}
