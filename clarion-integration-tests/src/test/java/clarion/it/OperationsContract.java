package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Api;
import clarion.it.harness.Project;
import clarion.it.harness.World;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an operator's tools ask. */
interface OperationsContract extends Contract {

    @Test
    default void tellsLoadBalancersThatItServes() {
        JsonObject health = world().anonymous().get("/api/health").expect(200).json();
        assertEquals("UP", health.getString("status"), health::toString);
        for (String path : List.of("/health", "/health/live", "/health/ready", "/health/started")) {
            JsonObject microProfile = world().anonymous().get(path).expect(200).json();
            assertEquals("UP", microProfile.getString("status"), path);
            assertTrue(microProfile.containsKey("checks"), path);
        }
        world().anonymous().get("/health/nothing").expect(404);
    }

    @Test
    default void keepsLivenessReadinessAndStartApart() {
        assertEquals(Set.of("clarion"), checks("/health/live"));
        assertEquals(Set.of("started"), checks("/health/started"));
        assertTrue(checks("/health/ready").containsAll(Set.of("database", "migrations")));
    }

    private Set<String> checks(String path) {
        return world()
                .anonymous()
                .get(path)
                .expect(200)
                .json()
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(check -> check.getString("name"))
                .collect(Collectors.toSet());
    }

    @Test
    default void servesOnlyMetricsThatAreDocumented() throws IOException {
        String guide = Files.readString(Project.root().resolve("docs/metrics.md"));
        List<String> strange = world().viewer()
                .get("/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .filter(name -> !guide.contains("| `" + name + "` |"))
                .toList();
        assertEquals(List.of(), strange);
    }

    @Test
    default void letsPrometheusInByItsKeyAndOnlyToTheMetrics() {
        Api prometheus = world().anonymous().withToken(World.METRICS_KEY);
        assertTrue(prometheus.get("/metrics").expect(200).body().contains("clarion_database_up 1"));
        prometheus.get("/api/v1/status").expect(401);
        prometheus.post("/metrics", "").expect(401);
        world().anonymous().withToken(World.METRICS_KEY + "x").get("/metrics").expect(401);
        world().anonymous().get("/metrics").expect(401);
    }

    @Test
    default void givesMetricsToPrometheus() {
        Answer metrics = world().viewer().get("/metrics").expect(200);
        assertEquals("text/plain", metrics.mediaType());
        Pattern line = Pattern.compile("#.*|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.*})? [-+0-9.eEINaNf]+( [0-9]+)?");
        List<String> odd = metrics.body()
                .lines()
                .filter(text -> !text.isEmpty() && !line.matcher(text).matches())
                .toList();
        assertEquals(List.of(), odd);
        assertTrue(
                metrics.body().lines().anyMatch(text -> text.startsWith("clarion_")),
                () -> "nothing of Clarion's own in " + metrics);
    }

    @Test
    default void stopsAndStartsTheConnectorOnCommand() {
        world().administrator().post("/api/v1/connectors/pxgrid/stop", "").expect(202);
        world().awaitConnector("STOPPED", Duration.ofSeconds(20));
        world().administrator().post("/api/v1/connectors/pxgrid/start", "").expect(202);
        world().awaitConnector("LIVE", Duration.ofSeconds(60));
    }

    @Test
    default void testsTheWayToIseBesideTheConnection() {
        String path = "/api/v1/connectors/pxgrid/test";
        world().viewer().post(path, "{}").expect(403);
        JsonObject report = world().administrator().post(path, "{}").expect(200).json();
        assertNotEquals("FAILED", report.getString("outcome"), report::toString);
        JsonObject closed = world().administrator()
                .post(path, "{\"controllers\":[\"127.0.0.1:1\"]}")
                .expect(200)
                .json();
        assertEquals("FAILED", closed.getString("outcome"), closed::toString);
        assertTrue(closed.toString().contains("CLARION-PXG-001"), closed::toString);
        world().administrator().post(path, "{\"controllers\":[]}").expect(400);
        world().administrator()
                .post(path, "{\"certificateDirectory\":\"/etc\"}")
                .expect(400);
        world().administrator().post(path, "{\"controllers\":7}").expect(400);
    }

    @Test
    default void namesNeitherServerNorVersionInItsHeaders() {
        for (String path : List.of("/", "/api/health", "/api/v1/nothing", "/nothing.js")) {
            Answer answer = world().anonymous().get(path);
            assertEquals("", answer.header("Server"), path);
            assertEquals("", answer.header("X-Powered-By"), path);
        }
    }

    @Test
    default void tellsBrowsersToBeStrict() {
        for (String path : List.of("/", "/nothing.js", "/api/health", "/api/v1/nothing")) {
            Answer answer = world().anonymous().get(path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
            assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"), path);
        }
    }
}
