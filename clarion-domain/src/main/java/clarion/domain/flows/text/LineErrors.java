package clarion.domain.flows.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all errors and keeps the first ones. */
final class LineErrors {

    private static final int LONGEST_VALUE = 80;

    private final int kept;
    private final List<LineError> first = new ArrayList<>();
    private final Map<Fault, Long> byFault = new EnumMap<>(Fault.class);
    private long count;

    LineErrors(int kept) {
        this.kept = kept;
    }

    void add(long line, String column, byte[] text, int from, int to, Fault fault) {
        count++;
        byFault.merge(fault, 1L, Long::sum);
        if (first.size() < kept) {
            first.add(new LineError(line, column, shown(text, from, to), fault));
        }
    }

    static String shown(byte[] text, int from, int to) {
        int cut = Math.min(to, from + 4 * LONGEST_VALUE);
        String value = new String(text, from, cut - from, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    long count() {
        return count;
    }

    Map<Fault, Long> byFault() {
        return byFault;
    }

    List<LineError> first() {
        return first;
    }
}
