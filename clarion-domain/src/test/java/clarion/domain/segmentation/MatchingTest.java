package clarion.domain.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MatchingTest {

    @Test
    void aGroupKeepsItsIdWhenItGrowsAndTheLargerHalfKeepsItWhenItParts() {
        assertEquals(Map.of(0, 7L), Matching.match(groups("a0 b0 c0 d0 e0"), Map.of("a", 7L, "b", 7L, "c", 7L)));
        assertEquals(
                Map.of(1, 7L),
                Matching.match(groups("a0 b1 c1"), Map.of("a", 7L, "b", 7L, "c", 7L)).entrySet().stream()
                        .filter(entry -> entry.getValue() == 7)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertEquals(Map.of(0, 8L), Matching.match(groups("a0 b0 c0"), Map.of("a", 7L, "b", 8L, "c", 8L)), "who joins");
        assertEquals(Map.of(), Matching.match(groups("a0 b0"), Map.<String, Long>of()), "newcomers alone");
    }

    private static Map<String, Integer> groups(String text) {
        Map<String, Integer> groups = new TreeMap<>();
        Arrays.stream(text.split(" ")).forEach(one -> groups.put(one.substring(0, 1), one.charAt(1) - '0'));
        return groups;
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
