package clarion.domain.segmentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells which group of a run goes on as which group before: same group, same id, even when it grew. */
public final class Matching {

    /** A group goes on as one before only if they share at least this part of the smaller of both. */
    private static final double ENOUGH = 0.5;

    private Matching() {}

    /**
     * Pairs groups with ids, each at most once, such that as many members as can be keep theirs. Members that only one
     * side has say nothing about which group it is.
     *
     * @param groups per endpoint its group, by number from 0
     * @param before the ids that endpoints had
     * @return the id of each group that has one
     */
    public static <I extends Comparable<I>> Map<Integer, I> match(Map<String, Integer> groups, Map<String, I> before) {
        SortedMap<Integer, Map<I, Integer>> common = new TreeMap<>();
        Map<I, Integer> sizesBefore = new HashMap<>();
        groups.forEach((endpoint, group) -> {
            I id = before.get(endpoint);
            if (id != null) {
                common.computeIfAbsent(group, g -> new HashMap<>()).merge(id, 1, Integer::sum);
                sizesBefore.merge(id, 1, Integer::sum);
            }
        });
        List<Integer> rows = List.copyOf(common.keySet());
        List<I> columns = List.copyOf(new TreeSet<>(sizesBefore.keySet()));
        double[][] shared = new double[rows.size()][columns.size()];
        for (int row = 0; row < shared.length; row++) {
            Map<I, Integer> of = common.getOrDefault(rows.get(row), Map.of());
            int size = of.values().stream().mapToInt(Integer::intValue).sum();
            for (int column = 0; column < columns.size(); column++) {
                int n = of.getOrDefault(columns.get(column), 0);
                int smaller = Math.min(size, sizesBefore.getOrDefault(columns.get(column), 0));
                shared[row][column] = n >= ENOUGH * smaller ? n : 0;
            }
        }
        int[] best = Assignment.best(shared);
        Map<Integer, I> matched = new HashMap<>();
        for (int row = 0; row < best.length; row++) {
            if (best[row] >= 0) {
                matched.put(rows.get(row), columns.get(best[row]));
            }
        }
        return matched;
    }
}
