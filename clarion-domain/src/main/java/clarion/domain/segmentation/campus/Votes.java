package clarion.domain.segmentation.campus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One thing that is said of devices, more than once and not always the same: what was said most often counts. */
final class Votes {

    /** Words that say that nothing is known. */
    private static final Set<String> NOTHING = Set.of(
            "", "unknown", "undetermined", "none", "null", "nil", "n/a", "na", "nan", "-", "?", "not applicable");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private long[] votes = new long[1024];
    private int size;

    static boolean saysNothing(String value) {
        return value.length() <= 14 && NOTHING.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    void add(int device, String value) {
        if (saysNothing(value)) {
            return;
        }
        Integer number = numbers.get(value);
        if (number == null) {
            number = labels.size();
            numbers.put(value, number);
            labels.add(value);
        }
        if (size == votes.length) {
            votes = Arrays.copyOf(votes, size * 2);
        }
        votes[size++] = (long) device << 32 | number;
    }

    /** For each of so many devices the label with most votes, of equals the first by the alphabet; null for none. */
    @org.jspecify.annotations.Nullable
    String[] winners(int devices) {
        String[] winners = new String[devices];
        int[] most = new int[devices];
        long[] sorted = Arrays.copyOf(votes, size);
        Arrays.sort(sorted);
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && sorted[to] == sorted[from]) {
                to++;
            }
            int device = (int) (sorted[from] >>> 32);
            String label = labels.get((int) sorted[from]);
            String best = winners[device];
            if (best == null || to - from > most[device] || to - from == most[device] && label.compareTo(best) < 0) {
                winners[device] = label;
                most[device] = to - from;
            }
            from = to;
        }
        return winners;
    }
}
