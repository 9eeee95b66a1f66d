package clarion.domain.segmentation.campus;

import clarion.domain.segmentation.Grouping;
import clarion.domain.segmentation.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers of groups that stay: a group has the number of the former group that it goes on as ({@link Matching}); a new
 * group gets a number that no group ever had.
 *
 * <p>New numbers are made of members: of all members' hashes the smallest (Broder's min-hash). Two groups that have
 * most members in common have the same one most probably, so numbers mostly stay even where nothing is known of former
 * runs.
 */
public final class GroupIds {

    private static final int FIRST = 100_000;
    private static final int COUNT = 900_000;

    private GroupIds() {}

    /**
     * A former run.
     *
     * @param groupOf the number of the group of each endpoint, by the endpoint's name
     * @param used all numbers that groups ever had
     */
    public record Former(Map<String, Integer> groupOf, Set<Integer> used) {

        /** No former run is known. */
        public static final Former NONE = new Former(Map.of(), Set.of());

        public Former {
            groupOf = Map.copyOf(groupOf);
            Set<Integer> all = new TreeSet<>(used);
            all.addAll(groupOf.values());
            used = Set.copyOf(all);
        }
    }

    /** The number of each group. */
    public static int[] of(Grouping grouping, List<String> names, Former former) {
        int[] ids = kept(grouping, names, former);
        Set<Integer> taken = new TreeSet<>(former.used());
        long[][] hashes = hashes(grouping, names);
        // Larger groups choose first, so that a collision does not cost them their number.
        List<Integer> order = new ArrayList<>();
        for (int g = 0; g < ids.length; g++) {
            order.add(g);
        }
        order.sort((a, b) -> hashes[a].length != hashes[b].length
                ? Integer.compare(hashes[b].length, hashes[a].length)
                : Arrays.compare(hashes[a], hashes[b]));
        for (int g : order) {
            for (int i = 0; ids[g] == 0; i++) {
                long hash = i < hashes[g].length ? hashes[g][i] : Mixing.mix(i);
                int id = FIRST + (int) Math.floorMod(hash, (long) COUNT);
                if (taken.add(id)) {
                    ids[g] = id;
                }
            }
        }
        return ids;
    }

    private static long[][] hashes(Grouping grouping, List<String> names) {
        long[][] hashes = new long[grouping.groups()][];
        int[] sizes = new int[hashes.length];
        for (int i = 0; i < names.size(); i++) {
            sizes[grouping.group(i)]++;
        }
        for (int g = 0; g < hashes.length; g++) {
            hashes[g] = new long[sizes[g]];
        }
        for (int i = 0; i < names.size(); i++) {
            int g = grouping.group(i);
            hashes[g][--sizes[g]] = Mixing.text(names.get(i)) >>> 1;
        }
        for (long[] group : hashes) {
            Arrays.sort(group);
        }
        return hashes;
    }

    private static int[] kept(Grouping grouping, List<String> names, Former former) {
        Map<String, Integer> groups = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            groups.put(names.get(i), grouping.group(i));
        }
        int[] ids = new int[grouping.groups()];
        Matching.match(groups, former.groupOf()).forEach((group, id) -> ids[group] = id);
        return ids;
    }
}
