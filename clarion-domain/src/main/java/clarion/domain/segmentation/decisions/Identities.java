package clarion.domain.segmentation.decisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives groups that a run found the ids that their members had before: same group, same id, even when it grew. */
public final class Identities {

    /**
     * A group goes by an id before if it has at least this share of those that had it, or they are this share of it.
     */
    private static final double ENOUGH = 0.5;

    private record Overlap(int group, long id, int common, double share) {}

    private Identities() {}

    /**
     * Finds which group goes on as which cluster. The largest overlaps first; each id is given once.
     *
     * @param groups per endpoint its group, by number from 0
     * @param before the ids that endpoints had
     * @return the id of each group that has one
     */
    public static Map<Integer, Long> match(Map<String, Integer> groups, Map<String, Long> before) {
        Map<Integer, Integer> sizes = new HashMap<>();
        Map<Long, Integer> sizesBefore = new HashMap<>();
        Map<Integer, Map<Long, Integer>> common = new HashMap<>();
        groups.forEach((endpoint, group) -> {
            Long id = before.get(endpoint);
            if (id != null) { // newcomers say nothing about which cluster it is
                sizes.merge(group, 1, Integer::sum);
                sizesBefore.merge(id, 1, Integer::sum);
                common.computeIfAbsent(group, g -> new HashMap<>()).merge(id, 1, Integer::sum);
            }
        });
        List<Overlap> overlaps = new ArrayList<>();
        common.forEach((group, ids) -> ids.forEach((id, n) -> {
            double share =
                    Math.max(n / (double) sizes.getOrDefault(group, n), n / (double) sizesBefore.getOrDefault(id, n));
            if (share >= ENOUGH) {
                overlaps.add(new Overlap(group, id, n, share));
            }
        }));
        overlaps.sort(Comparator.comparingInt(Overlap::common)
                .reversed()
                .thenComparing(Comparator.comparingDouble(Overlap::share).reversed())
                .thenComparingLong(Overlap::id)
                .thenComparingInt(Overlap::group));
        Map<Integer, Long> matched = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        for (Overlap overlap : overlaps) {
            if (!matched.containsKey(overlap.group()) && taken.add(overlap.id())) {
                matched.put(overlap.group(), overlap.id());
            }
        }
        return matched;
    }
}
