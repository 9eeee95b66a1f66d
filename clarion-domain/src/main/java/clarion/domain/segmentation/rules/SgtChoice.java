package clarion.domain.segmentation.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which SGT a cluster should get: one that exists, if that means the cluster already, else a new one.
 *
 * @param sgtName of ISE's security group, or one for a new group: letters, digits and underscores, at most 32
 * @param existing whether there is such a group
 * @param share of the members that have an SGT now, those that have this one, 0 to 1
 * @param evidence in words with figures
 */
public record SgtChoice(String sgtName, boolean existing, double share, List<String> evidence) {

    private static final double MOST_HAVE_IT = 0.7;
    private static final double MOSTLY_HERE = 0.7;
    private static final int LONGEST_NAME = 32;

    /**
     * Chooses.
     *
     * @param cluster its name
     * @param here how many members have each SGT now, by name
     * @param everywhere how many endpoints of the run have each
     * @param known names of all groups that ISE has; a new name is none of them
     */
    public static SgtChoice of(
            String cluster, Map<String, Integer> here, Map<String, Integer> everywhere, Set<String> known) {
        int tagged = here.values().stream().mapToInt(Integer::intValue).sum();
        Map.@Nullable Entry<String, Integer> most = here.entrySet().stream()
                .filter(entry -> known.contains(entry.getKey()))
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .orElse(null);
        List<String> evidence = new ArrayList<>();
        if (most != null) {
            int all = everywhere.getOrDefault(most.getKey(), most.getValue());
            double share = most.getValue() / (double) tagged;
            double mine = most.getValue() / (double) all;
            evidence.add(most.getValue() + " of the " + tagged + " members with an SGT have " + most.getKey() + " now");
            evidence.add(
                    most.getValue() + " of the " + all + " endpoints with " + most.getKey() + " are in this cluster");
            if (share >= MOST_HAVE_IT && mine >= MOSTLY_HERE) {
                return new SgtChoice(most.getKey(), true, share, evidence);
            }
            evidence.add(
                    share < MOST_HAVE_IT
                            ? "too few members have it for it to mean this cluster"
                            : "most who have it are elsewhere: it means something wider than this cluster");
            return new SgtChoice(fresh(cluster, known), false, share, evidence);
        }
        evidence.add("no member has an SGT that ISE knows");
        return new SgtChoice(fresh(cluster, known), false, 0, evidence);
    }

    private static String fresh(String cluster, Set<String> known) {
        String plain = cluster.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String name = plain.isEmpty() ? "Cluster" : cut(plain, LONGEST_NAME);
        Set<String> taken = new java.util.TreeSet<>(Comparator.comparing(text -> text.toLowerCase(Locale.ROOT)));
        taken.addAll(known);
        String candidate = name;
        for (int n = 2; taken.contains(candidate); n++) {
            candidate = cut(name, LONGEST_NAME - 3) + "_" + n;
        }
        return candidate;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).replaceAll("_+$", "");
    }

    /**
     * A free value for a new group. A cluster asks for the same one each time, as long as that is free.
     *
     * @param cluster its id
     * @param first of the range
     * @param last of the range
     * @param taken values that are given
     * @return -1 if none is free
     */
    public static int freeValue(long cluster, int first, int last, Set<Integer> taken) {
        int width = last - first + 1;
        int begin = (int) Math.floorMod(cluster - 1, (long) width);
        for (int i = 0; i < width; i++) {
            int value = first + (begin + i) % width;
            if (!taken.contains(value)) {
                return value;
            }
        }
        return -1;
    }
}
