package clarion.launcher.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, Integer> states = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = bodies.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(states.getOrDefault(path, 200), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        bodies.put("/health/live", "{\"status\":\"UP\",\"checks\":[]}");
        bodies.put("/health/ready", "{\"status\":\"UP\",\"checks\":[{\"name\":\"database\",\"status\":\"UP\"}]}");
        bodies.put("/api/health", "{\"status\":\"UP\"}");
        bodies.put(
                "/api/v1/status",
                "{\"version\":\"0.1.0\",\"role\":\"all\",\"connector\":{\"state\":\"LIVE\",\"lagMillis\":120,"
                        + "\"certificate\":{\"notAfter\":\"2099-01-01T00:00:00Z\"}}}");
        bodies.put("/metrics", """
                # TYPE clarion_database_pool_waiting gauge
                clarion_database_pool_waiting 0
                clarion_pxgrid_open_gaps{topic="sessions"} 0
                clarion_job_last_run_good{task="history-sweep"} 1
                jvm_memory_used_bytes{area="nonheap"} 900
                jvm_memory_used_bytes{area="heap"} 50
                jvm_memory_max_bytes{area="heap"} 100
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsNothingWrongWithOneThatIsWell() {
        Map<String, Finding> findings = examine(Clock.systemUTC());
        findings.values().forEach(finding -> assertEquals(Finding.Grade.OK, finding.grade(), finding::toString));
        assertEquals("50 % of the heap in use", found(findings, "memory").words());
    }

    @Test
    void saysWhatIsWrongAndHowBadThatIs() {
        states.put("/health/ready", 503);
        bodies.put("/health/ready", "{\"checks\":[{\"name\":\"database\",\"status\":\"DOWN\"}]}");
        bodies.put("/api/health", "{\"status\":\"DOWN\"}");
        bodies.put(
                "/api/v1/status",
                "{\"version\":\"0.1.0\",\"role\":\"all\",\"connector\":{\"state\":\"WAITING\",\"lagMillis\":60000,"
                        + "\"staleSince\":\"2026-11-23T12:00:00Z\",\"problem\":{\"code\":\"CLARION-PXG-012\","
                        + "\"what\":\"Unknown CA.\",\"action\":\"Import it.\"},"
                        + "\"certificate\":{\"notAfter\":\"2020-01-01T00:00:00Z\"}}}");
        bodies.put("/metrics", """
                clarion_database_pool_waiting 3
                clarion_pxgrid_open_gaps{topic="a"} 1
                clarion_job_last_run_good{task="history-sweep"} 0
                """);
        Map<String, Finding> findings = examine(Clock.systemUTC());
        assertEquals(Finding.Grade.FAIL, found(findings, "database").grade());
        assertEquals(Finding.Grade.FAIL, found(findings, "ISE").grade());
        assertTrue(found(findings, "ISE").words().contains("CLARION-PXG-012 Unknown CA. Import it."));
        assertEquals(Finding.Grade.FAIL, found(findings, "certificate").grade());
        for (String about : new String[] {"lag", "freshness", "pool", "gaps", "jobs"}) {
            assertEquals(Finding.Grade.WARN, found(findings, about).grade(), about);
        }
    }

    @Test
    void noticesAClockThatIsWrong() {
        Clock late = Clock.fixed(Instant.now().plus(Duration.ofMinutes(3)), ZoneOffset.UTC);
        assertEquals(Finding.Grade.WARN, found(examine(late), "clock").grade());
    }

    @Test
    void failsWhereNobodyAnswers() {
        server.stop(0);
        Map<String, Finding> findings = examine(Clock.systemUTC());
        assertEquals(1, findings.size());
        assertEquals(Finding.Grade.FAIL, found(findings, "process").grade());
    }

    @Test
    void saysThatATokenIsRefused() {
        states.put("/api/v1/status", 401);
        Finding status = found(examine(Clock.systemUTC()), "status");
        assertEquals(Finding.Grade.FAIL, status.grade());
        assertTrue(status.words().contains("token is refused"), status::toString);
    }

    private static Finding found(Map<String, Finding> findings, String about) {
        return Objects.requireNonNull(findings.get(about), about);
    }

    private Map<String, Finding> examine(Clock clock) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Examination(new Running(base, Optional.of("token")), clock)
                .findings().stream().collect(Collectors.toMap(Finding::about, finding -> finding));
    }
}
