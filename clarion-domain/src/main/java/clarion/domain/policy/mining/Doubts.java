package clarion.domain.policy.mining;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows that are no evidence: of a client that asks many servers for the same and is mostly not answered, which is a
 * scan that was too slow to be marked as one, and of servers that were never seen to send anything, which may not
 * exist.
 */
final class Doubts {

    /** From so many servers on. */
    private static final int MANY = 8;

    /** With fewer of them answering than this share. */
    private static final double MOSTLY = 0.65;

    private static final int HABIT = 4;

    private static final int ROUTINE = 10;
    private static final int ROUTINE_DAYS = 3;

    private final BitSet alive = new BitSet();
    private final BitSet probes = new BitSet();

    Doubts(Usage usage) {
        Map<Integer, int[]> services = new HashMap<>();
        for (int from = 0; from < usage.rows(); ) {
            int client = usage.client(from);
            int to = from;
            services.clear();
            for (; to < usage.rows() && usage.client(to) == client; to++) {
                int[] counts = services.computeIfAbsent(service(usage, to), k -> new int[2]);
                counts[0]++;
                counts[1] += usage.answered(to) > 0 ? 1 : 0;
                if (usage.answered(to) > 0) {
                    alive.set(client);
                    alive.set(usage.server(to));
                } else if (isHabit(usage, to) || isRoutine(usage, to)) {
                    alive.set(usage.server(to));
                }
            }
            for (int row = from; row < to; row++) {
                int[] counts = services.getOrDefault(service(usage, row), new int[2]);
                if (counts[0] >= MANY
                        && counts[1] < MOSTLY * counts[0]
                        && !saysOnly(usage, row, counts)
                        && !isRoutine(usage, row)) {
                    probes.set(row);
                }
            }
            from = to;
        }
    }

    /**
     * True if a client asks the same of the same server day after day. That is no scan, whatever marks it, and somebody
     * does answer, though an exporter that tells of one direction alone does not say so.
     */
    static boolean isRoutine(Usage usage, int row) {
        return usage.conversations(row) >= ROUTINE && Long.bitCount(usage.days(row)) >= ROUTINE_DAYS;
    }

    /** Somebody comes back to it day after day: it takes what it is sent, as collectors do, and does not answer. */
    private static boolean isHabit(Usage usage, int row) {
        return usage.protocol(row) != 6
                && usage.conversations(row) - usage.scans(row) >= HABIT
                && Long.bitCount(usage.days(row)) >= 2;
    }

    private static int service(Usage usage, int row) {
        return usage.protocol(row) << 16 | usage.port(row) & 0xffff;
    }

    /** What nobody ever answers is not asked; only TCP always has an answer. */
    private static boolean saysOnly(Usage usage, int row, int[] counts) {
        return usage.protocol(row) != 6 && counts[1] == 0;
    }

    /** How many conversations of a row are no evidence. */
    int scans(Usage usage, int row) {
        return isRoutine(usage, row) ? 0 : isProbe(row) ? usage.conversations(row) : usage.scans(row);
    }

    private boolean isProbe(int row) {
        return probes.get(row);
    }

    /** True if the entity was seen to answer or to be answered, or takes what somebody keeps sending it. */
    boolean isAlive(int entity) {
        return alive.get(entity);
    }
}
