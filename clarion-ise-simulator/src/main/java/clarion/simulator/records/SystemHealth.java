package clarion.simulator.records;

import clarion.simulator.control.CallService.Call;
import clarion.simulator.http.Answers;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

/** Health and load of the nodes (com.cisco.ise.system): made up, one value in five minutes. */
public final class SystemHealth {

    private static final Duration DEFAULT_SPAN = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int MOST = 300;

    private final Desk desk;
    private final int nodes;

    /** @param nodes of the deployment */
    public SystemHealth(Desk desk, int nodes) {
        this.desk = desk;
        this.nodes = nodes;
    }

    public Map<String, Call> calls() {
        return Map.of(
                "getHealths",
                (body, response, callback) ->
                        Answers.json(response, callback, 200, values("healths", body, SystemHealth::health)),
                "getPerformances",
                (body, response, callback) ->
                        Answers.json(response, callback, 200, values("performances", body, SystemHealth::performance)));
    }

    private interface Value {
        void add(JsonObjectBuilder value, long wave);
    }

    private JsonObject values(String name, JsonBody body, Value value) throws BadRequest {
        String wanted = body.optional("nodeName");
        Instant given = body.instant(body.optional("startTimestamp") == null ? "startTime" : "startTimestamp");
        Instant now = desk.now();
        Instant start = given == null ? now.minus(DEFAULT_SPAN) : given;
        JsonArrayBuilder values = Json.createArrayBuilder();
        for (int node = 1; node <= nodes; node++) {
            String server = "ise" + node;
            if (wanted == null || wanted.equals(server)) {
                long steps =
                        Math.min(MOST, Math.max(0, Duration.between(start, now).dividedBy(STEP)));
                IntStream.range(0, (int) steps).forEach(i -> {
                    Instant at = now.minus(STEP.multipliedBy(i));
                    JsonObjectBuilder one = Json.createObjectBuilder()
                            .add("timestamp", desk.time(at))
                            .add("serverName", server);
                    value.add(one, at.getEpochSecond() / STEP.toSeconds() % 12);
                    values.add(one);
                });
            }
        }
        return Json.createObjectBuilder().add(name, values).build();
    }

    private static void health(JsonObjectBuilder value, long wave) {
        value.add("ioWait", 0.1 * wave)
                .add("cpuUsage", 12.0 + wave)
                .add("memoryUsage", 61.5)
                .add("diskUsageRoot", 22.0)
                .add("diskUsageOpt", 35.0)
                .add("loadAverage", 1.2)
                .add("networkSent", 120_000 + 1000 * wave)
                .add("networkReceived", 180_000 + 1000 * wave);
    }

    private static void performance(JsonObjectBuilder value, long wave) {
        value.add("radiusRate", 5.0 + wave)
                .add("radiusCount", 1500 + 300 * wave)
                .add("radiusLatency", 14.0);
    }
}
