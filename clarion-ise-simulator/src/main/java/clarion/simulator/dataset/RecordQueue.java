package clarion.simulator.dataset;

import clarion.simulator.traffic.FlowRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts records into the order in which a collector gets them, by their ends, holding back those of the last hours. */
final class RecordQueue {

    private static final long MINUTE = 60_000;

    private final Map<Long, List<FlowRecord>> minutes = new TreeMap<>();
    private int held;
    private int mostHeld;

    /** Takes records in order. */
    interface Sink {
        void accept(FlowRecord record) throws IOException;
    }

    void add(FlowRecord record) {
        minutes.computeIfAbsent(record.end() / MINUTE, minute -> new ArrayList<>())
                .add(record);
        held++;
        mostHeld = Math.max(mostHeld, held);
    }

    /** The most records that were ever held back. */
    int mostHeld() {
        return mostHeld;
    }

    /** Hands on every record that ends in a minute before this instant. */
    void drain(long until, Sink sink) throws IOException {
        var minute = minutes.entrySet().iterator();
        while (minute.hasNext()) {
            Map.Entry<Long, List<FlowRecord>> entry = minute.next();
            if ((entry.getKey() + 1) * MINUTE > until) {
                return;
            }
            List<FlowRecord> records = entry.getValue();
            records.sort(Comparator.comparingLong(FlowRecord::end));
            for (FlowRecord record : records) {
                sink.accept(record);
            }
            held -= records.size();
            minute.remove();
        }
    }
}
