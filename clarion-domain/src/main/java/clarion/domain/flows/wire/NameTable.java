package clarion.domain.flows.wire;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Names that one exporter told, by kind and number. Guarded by its {@link ExporterState}. */
final class NameTable {

    private final int bound;
    private final Budget budget;
    private final Map<NameKind, Map<Long, String>> names = new EnumMap<>(NameKind.class);
    private long taken;

    NameTable(DecoderLimits limits, Budget budget) {
        this.bound = limits.names();
        this.budget = budget;
    }

    /** Keeps a name; a new number is left out where there is no room for it. */
    void put(NameKind kind, long number, String name) {
        Map<Long, String> known = names.computeIfAbsent(kind, first -> new HashMap<>());
        if (!known.containsKey(number)) {
            if (known.size() >= bound || !budget.take(1)) {
                return;
            }
            taken++;
        }
        known.put(number, name);
    }

    Map<Long, String> of(NameKind kind) {
        return Map.copyOf(names.getOrDefault(kind, Map.of()));
    }

    void clear() {
        names.clear();
        budget.giveBack(taken);
        taken = 0;
    }
}
