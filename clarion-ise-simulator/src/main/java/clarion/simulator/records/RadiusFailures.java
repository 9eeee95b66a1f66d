package clarion.simulator.records;

import clarion.simulator.control.CallService.Call;
import clarion.simulator.http.Answers;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Authentications that failed (com.cisco.ise.radius); the last 2,000 are kept. */
public final class RadiusFailures {

    private static final int MOST = 2_000;
    private static final Duration DEFAULT_SPAN = Duration.ofHours(1);

    private final Desk desk;
    private final RecordTable table = new RecordTable();
    private final NavigableMap<Long, Instant> times = new TreeMap<>();
    private long number;

    public RadiusFailures(Desk desk) {
        this.desk = desk;
    }

    public RecordTable table() {
        return table;
    }

    /** Notes a failure and publishes it; id and time are added to what is given. */
    public synchronized void add(JsonObject failure) {
        Instant now = desk.now();
        String id = Long.toString(now.toEpochMilli() * 1000 + ++number % 1000);
        JsonObject whole = Json.createObjectBuilder(failure)
                .add("id", id)
                .add("timestamp", desk.time(now))
                .build();
        table.put(id, whole, now);
        times.put(Long.valueOf(id), now);
        table.keep(MOST);
        if (times.size() > MOST) {
            times.pollFirstEntry();
        }
        desk.topics()
                .of(IseTopic.RADIUS_FAILURES)
                .publish(Json.createObjectBuilder()
                        .add("failures", Json.createArrayBuilder().add(whole))
                        .build());
    }

    public Map<String, Call> calls() {
        return Map.of(
                "getFailures",
                (body, response, callback) -> {
                    Instant given = body.instant("startTimestamp");
                    Answers.json(
                            response,
                            callback,
                            200,
                            since(given == null ? desk.now().minus(DEFAULT_SPAN) : given));
                },
                "getFailureById",
                (body, response, callback) -> table.find(body.required("id"))
                        .ifPresentOrElse(
                                found -> Answers.json(response, callback, 200, found),
                                () -> Answers.empty(response, callback, 204)));
    }

    private synchronized JsonObject since(Instant start) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        times.forEach((id, at) -> {
            if (!at.isBefore(start)) {
                table.find(Long.toString(id)).ifPresent(found::add);
            }
        });
        JsonObjectBuilder answer = Json.createObjectBuilder();
        return answer.add("failures", found).build();
    }
}
