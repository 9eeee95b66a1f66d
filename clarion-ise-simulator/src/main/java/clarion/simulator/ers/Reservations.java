package clarion.simulator.ers;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ranges of SGT numbers that clients have reserved, and that ISE assigns to nobody else. Guarded by the lock of calls.
 */
final class Reservations {

    /** Numbers from {@code first} to {@code last}, both inclusive. */
    record Range(String client, int first, int last) {

        boolean has(int tag) {
            return tag >= first && tag <= last;
        }
    }

    private final Map<String, Range> ranges = new LinkedHashMap<>();

    Map<String, Range> ranges() {
        return ranges;
    }

    boolean has(int tag) {
        return ranges.values().stream().anyMatch(range -> range.has(tag));
    }
}
