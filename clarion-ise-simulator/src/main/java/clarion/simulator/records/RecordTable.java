package clarion.simulator.records;

import clarion.simulator.IseVersion;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records by id with the times of their changes, as the configuration services list them: in pages, since a time, and,
 * for 24 hours, what was deleted. Thread-safe.
 */
public final class RecordTable implements RecordSource {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Entry> deleted = new LinkedHashMap<>();

    private record Entry(JsonObject value, Instant at) {}

    /** Adds a record or changes it; true if it is new. */
    public synchronized boolean put(String id, JsonObject value, Instant at) {
        deleted.remove(id);
        return entries.put(id, new Entry(value, at)) == null;
    }

    /** Takes a record out, leaving a stone for those who ask what was deleted. */
    public synchronized Optional<JsonObject> remove(String id, Instant at) {
        Entry gone = entries.remove(id);
        if (gone == null) {
            return Optional.empty();
        }
        deleted.values().removeIf(stone -> stone.at().isBefore(at.minus(REMEMBERED)));
        deleted.put(id, new Entry(gone.value(), at));
        return Optional.of(gone.value());
    }

    public synchronized Optional<JsonObject> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::value);
    }

    /** A copy that has some of the records, and of the stones. */
    synchronized RecordTable where(Predicate<JsonObject> wanted) {
        RecordTable some = new RecordTable();
        entries.forEach((id, entry) -> {
            if (wanted.test(entry.value())) {
                some.entries.put(id, entry);
            }
        });
        deleted.forEach((id, entry) -> {
            if (wanted.test(entry.value())) {
                some.deleted.put(id, entry);
            }
        });
        return some;
    }

    /** Takes the oldest records out until at most so many are left. */
    synchronized void keep(int most) {
        while (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    @Override
    public synchronized List<JsonObject> all() {
        return entries.values().stream().map(Entry::value).toList();
    }

    @Override
    public synchronized int size() {
        return entries.size();
    }

    /** What becomes of a deleted record in an answer. */
    public interface Stone {
        JsonObject of(JsonObject deleted, Instant at);
    }

    /**
     * Answers a listing call: {@code id}, {@code startIndex} from 0, {@code recordCount}, {@code startTimestamp} and
     * {@code endTimestamp}, both inclusive. From 3.1 on there is a total, and, with a start, what was deleted.
     */
    public synchronized JsonObject list(JsonBody body, String name, String deletedName, IseVersion version, Stone stone)
            throws BadRequest {
        String id = body.optional("id");
        Instant start = body.instant("startTimestamp");
        Instant end = body.instant("endTimestamp");
        boolean paged = version.isAtLeast(IseVersion.V3_1);
        int from = paged ? body.number("startIndex", 0) : 0;
        int most = paged ? body.number("recordCount", Integer.MAX_VALUE) : Integer.MAX_VALUE;
        List<Entry> found = entries.entrySet().stream()
                .filter(entry -> id == null || id.equals(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(entry -> isIn(entry.at(), start, end))
                .toList();
        JsonArrayBuilder page = Json.createArrayBuilder();
        found.stream().skip(from).limit(most).map(Entry::value).forEach(page::add);
        JsonObjectBuilder answer = Json.createObjectBuilder();
        if (paged) {
            answer.add("totalCount", found.size());
        }
        answer.add(name, page);
        if (paged && start != null) {
            JsonArrayBuilder stones = Json.createArrayBuilder();
            deleted.values().stream()
                    .filter(entry -> isIn(entry.at(), start, end))
                    .map(entry -> stone.of(entry.value(), entry.at()))
                    .forEach(stones::add);
            answer.add(deletedName, stones);
        }
        return answer.build();
    }

    private static boolean isIn(Instant at, @Nullable Instant start, @Nullable Instant end) {
        return (start == null || !at.isBefore(start)) && (end == null || !at.isAfter(end));
    }
}
