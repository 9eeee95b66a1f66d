package clarion.domain.flows.wire;

import clarion.domain.devices.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses from which packets were refused last, and how many. Thread-safe; a refusal costs the same always. */
final class RefusedExporters {

    private static final int BOUND = 256;

    private static final class Refusal {
        long first;
        long last;
        long packets;
    }

    private final Map<IpAddress, Refusal> refusals = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<IpAddress, Refusal> eldest) {
            return size() > BOUND;
        }
    };
    private long packets;

    synchronized void add(IpAddress address, long now) {
        packets++;
        Refusal refusal = refusals.computeIfAbsent(address, first -> {
            Refusal made = new Refusal();
            made.first = now;
            return made;
        });
        refusal.packets++;
        refusal.last = now;
    }

    synchronized long packets() {
        return packets;
    }

    synchronized List<ExporterStatistics> statistics() {
        return refusals.entrySet().stream()
                .map(each -> ExporterStatistics.refused(
                        each.getKey(), each.getValue().first, each.getValue().last, each.getValue().packets))
                .toList();
    }
}
