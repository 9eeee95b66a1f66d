package clarion.domain.policy.mining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds services that use another port each time. What tells them: many ports, close together for how many they are,
 * and each of them with a small part of the conversations. The range is one that people know, if the ports fill most of
 * it, else what was seen, and a little more, as a range whose ends were not all drawn is a little wider.
 */
final class Ranges {

    /** IANA dynamic ports (RFC 6335), Cisco RTP, Windows RPC of old, Linux ephemeral. */
    private static final int[][] KNOWN = {{49_152, 65_535}, {16_384, 32_767}, {1_025, 5_000}, {32_768, 60_999}};

    private static final int WELL_KNOWN = 1_024;

    static final Ranges NONE = new Ranges(List.of(), new BitSet());

    private final List<int[]> ranges;
    private final BitSet drawn;

    private Ranges(List<int[]> ranges, BitSet drawn) {
        this.ranges = ranges;
        this.drawn = drawn;
    }

    /**
     * Finds the ranges that a group of servers uses.
     *
     * @param ports distinct ports, ascending
     * @param conversations per port how often
     * @param least how many ports make a range
     */
    static Ranges of(int[] ports, long[] conversations, int least) {
        long[] sorted = conversations.clone();
        Arrays.sort(sorted);
        long typical = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        List<Integer> drawn = new ArrayList<>();
        BitSet set = new BitSet();
        for (int i = 0; i < ports.length; i++) {
            // A port that is asked for much more often than others is a service of its own, within a range or not.
            if (ports[i] >= WELL_KNOWN && conversations[i] <= 12 * Math.max(2, typical)) {
                drawn.add(ports[i]);
                set.set(ports[i]);
            }
        }
        List<int[]> ranges = new ArrayList<>();
        for (int from = 0; from < drawn.size(); ) {
            int to = from;
            while (to + 1 < drawn.size() && isNear(drawn, from, to + 1)) {
                to++;
            }
            if (to - from + 1 >= least) {
                ranges.add(widened(drawn.get(from), drawn.get(to), to - from + 1));
            }
            from = to + 1;
        }
        return new Ranges(ranges, set);
    }

    /** First and last port of the range that a port is drawn from, if there is one. */
    Optional<int[]> find(int port) {
        return drawn.get(port)
                ? ranges.stream()
                        .filter(range -> port >= range[0] && port <= range[1])
                        .findFirst()
                : Optional.empty();
    }

    /** Ports of one range follow each other at about even distances; a gap that is out of proportion ends it. */
    private static boolean isNear(List<Integer> ports, int from, int next) {
        int gap = ports.get(next) - ports.get(next - 1);
        for (int[] known : KNOWN) {
            if (ports.get(next - 1) >= known[0] && ports.get(next) <= known[1] && gap <= (known[1] - known[0]) / 3) {
                return known[0] >= 16_384;
            }
        }
        int seen = next - from;
        int width = ports.get(next - 1) - ports.get(from) + 1;
        return gap <= 2 || gap <= 8.0 * width / seen && seen >= 4 || gap <= 64 && seen < 4;
    }

    private static int[] widened(int low, int high, int count) {
        for (int[] known : KNOWN) {
            if (low >= known[0] && high <= known[1] && (high - low) * 2L >= known[1] - known[0]) {
                return known;
            }
        }
        int margin = (high - low) / count;
        if (margin <= 2) {
            return new int[] {low, high};
        }
        // People choose round numbers; beyond them only where so few ports were seen that the ends are not known.
        int beyond = margin > 10 ? margin : 0;
        return new int[] {
            Math.max(WELL_KNOWN, (low - beyond) / 10 * 10), Math.min(65_535, (high + beyond) / 10 * 10 + 9)
        };
    }
}
