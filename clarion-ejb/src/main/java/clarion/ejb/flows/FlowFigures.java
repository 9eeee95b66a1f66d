package clarion.ejb.flows;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a pipeline counted since it was made. Thread-safe. */
public final class FlowFigures {

    final LongAdder received = new LongAdder();
    final LongAdder droppedByQueue = new LongAdder();
    final LongAdder joined = new LongAdder();
    final LongAdder releasedEarly = new LongAdder();
    final LongAdder droppedByStore = new LongAdder();
    final LongAdder outOfTime = new LongAdder();
    final LongAdder clockCorrected = new LongAdder();
    final LongAdder stored = new LongAdder();
    final LongAdder buckets = new LongAdder();
    final LongAdder commits = new LongAdder();
    final LongAdder failedCommits = new LongAdder();
    final LongAdder sides = new LongAdder();
    final LongAdder unresolvedSides = new LongAdder();
    private final DropWindow drops = new DropWindow();
    volatile long waiting;
    volatile long held;

    /** Looks at what was dropped since it was looked at before; by one thread. */
    void look(long nowMillis) {
        drops.look(nowMillis, droppedByQueue.sum() + droppedByStore.sum());
    }

    /** By name, in the order in which flows meet them. */
    public Map<String, Long> values() {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("recordsReceived", received.sum());
        values.put("recordsDropped", droppedByQueue.sum());
        values.put("droppedLately", drops.lately());
        values.put("batchesWaiting", waiting);
        values.put("conversations", joined.sum());
        values.put("held", held);
        values.put("releasedEarly", releasedEarly.sum());
        values.put("clockCorrected", clockCorrected.sum());
        values.put("conversationsDropped", droppedByStore.sum());
        values.put("conversationsOutOfTime", outOfTime.sum());
        values.put("conversationsStored", stored.sum());
        values.put("bucketsWritten", buckets.sum());
        values.put("commits", commits.sum());
        values.put("commitsFailed", failedCommits.sum());
        values.put("sides", sides.sum());
        values.put("sidesUnresolved", unresolvedSides.sum());
        return Collections.unmodifiableMap(values);
    }

    String json() {
        JsonObjectBuilder object = Json.createObjectBuilder();
        values().forEach(object::add);
        return object.build().toString();
    }
}
