package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.FakeCollector;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Project;
import clarion.it.harness.Until;
import clarion.it.harness.World;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traces and logs, as the settings want them; on Payara Micro. */
class TelemetryIT {

    @Test
    void tellsACollectorOfRequestsAndOfWhatIsStored() {
        try (FakeCollector collector = new FakeCollector();
                World world = World.start(
                        "world-traces",
                        campus -> campus.devices(50).eventRate(5).seed(3),
                        settings -> new MicroServer(
                                "traces",
                                settings.and("otel.sdk.disabled", "false")
                                        .and("otel.service.name", "clarion-under-test")
                                        .and("otel.exporter.otlp.traces.protocol", "http/protobuf")
                                        .and("otel.exporter.otlp.traces.endpoint", collector.endpoint())
                                        .and("otel.bsp.schedule.delay", "500")
                                        .and("otel.metrics.exporter", "none")
                                        .and("otel.logs.exporter", "none")))) {
            world.viewer().get("/api/v1/sessions?limit=1").expect(200);
            for (String expected :
                    List.of("clarion-under-test", "/api/v1/sessions", "pxgrid onSessions", "pxgrid onRecords")) {
                Until.holds(
                        "the collector hears of " + expected,
                        Duration.ofSeconds(60),
                        collector::everything,
                        heard -> heard.contains(expected));
            }
            assertFalse(collector.everything().contains("Bearer"), "no credential is in a trace");
        }
    }

    @Test
    void tracesNothingByDefaultAndWritesLogsAsJsonThatNameRequestAndBatch() throws IOException {
        Path logging = Files.writeString(
                Project.work("telemetry").resolve("logging.properties"),
                Files.readString(Project.serverConfig("payara/micro-logging-json.properties"))
                        + "\nclarion.level=FINE\n");
        try (FakeCollector collector = new FakeCollector();
                World world = World.start(
                        "world-no-traces",
                        campus -> campus.devices(20).eventRate(5).seed(4),
                        settings -> new MicroServer(
                                "no-traces",
                                settings.and("otel.exporter.otlp.traces.endpoint", collector.endpoint())
                                        .and("otel.exporter.otlp.traces.protocol", "http/protobuf")
                                        .and("otel.bsp.schedule.delay", "500"),
                                List.of("--logproperties", logging.toString())))) {
            world.viewer().get("/api/v1/sessions?limit=1").expect(200);
            world.awaitSameSessions(Duration.ofSeconds(60));
            String request = world.viewer()
                    .with("X-Request-Id", "it-request-4711")
                    .get("/api/v1/status")
                    .expect(200)
                    .header("X-Request-Id");
            assertEquals("it-request-4711", request);
            List<String> messages = Until.holds(
                    "the log names the request",
                    Duration.ofSeconds(30),
                    () -> messages(world.clarion().logs()),
                    said -> said.stream().anyMatch(line -> line.contains("request=it-request-4711")));
            assertTrue(
                    messages.stream().anyMatch(line -> line.matches("event=batch-stored .* batch=sessions-\\d+")),
                    messages::toString);
            assertEquals("", collector.everything());
        }
    }

    /** What the lines of the log say; every line that Clarion has part in must be JSON. */
    private static List<String> messages(List<Path> logs) throws IOException {
        List<String> messages = new ArrayList<>();
        for (Path log : logs) {
            for (String line : Files.readAllLines(log)) {
                if (line.startsWith("{")) {
                    try (JsonReader reader = Json.createReader(new StringReader(line))) {
                        messages.add(reader.readObject().getString("LogMessage", ""));
                    }
                } else {
                    assertFalse(line.contains("event="), line);
                }
            }
        }
        return messages;
    }
}
