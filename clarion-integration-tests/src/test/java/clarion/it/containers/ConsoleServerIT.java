package clarion.it.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Api;
import clarion.it.harness.Ports;
import clarion.it.harness.Project;
import clarion.it.harness.Until;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nginx of the console's image, run here without a container, in front of a stand-in for the API. */
class ConsoleServerIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static ConsoleServer nginx;
    private static Api console;
    private static int apiPort;

    @BeforeAll
    static void start() throws IOException {
        Tools.need("nginx", "nginx-light");
        apiPort = Ports.free();
        Path home = Files.createDirectories(folder.resolve("plain"));
        ConsoleServer.writeSite(home);
        nginx = ConsoleServer.start(home, ConsoleServer.settings(apiPort));
        console = Api.anonymous(URI.create("http://127.0.0.1:" + nginx.port()));
        Until.isTrue("nginx serves", SOON, () -> console.get("/health").status() == 200);
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void isAValidConfigurationWithAndWithoutTls() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("checked"));
        ConsoleServer.writeSite(home);
        ConsoleServer.check(home, ConsoleServer.settings(apiPort)).orFail();
        Map<String, String> settings = ConsoleServer.settings(apiPort);
        settings.put("CLARION_TLS_DIR", certificate(home).toString());
        settings.put("CLARION_BEHIND_PROXY", "10.0.0.0/8, 192.0.2.7");
        ConsoleServer.check(home, settings).orFail();
    }

    @Test
    void refusesSettingsThatWouldEndADirective() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("refused"));
        Map<String, String> settings = new HashMap<>();
        settings.put("CLARION_API_URL", "http://api:8000; return 200 pwned");
        Shell.Outcome outcome = ConsoleServer.check(home, settings);
        assertFalse(outcome.passed());
        assertTrue(outcome.words().contains("CLARION_API_URL"), outcome::words);
    }

    @Test
    void keepsHashedAssetsForEverAndPagesNever() {
        Answer page = console.get("/sessions?live=true").expect(200);
        Answer script = console.get("/assets/app-1a2b3c.js").expect(200);
        assertAll(
                () -> assertTrue(page.body().contains("<title>Clarion")),
                () -> assertEquals("no-cache", page.header("Cache-Control")),
                () -> assertEquals("public, max-age=31536000, immutable", script.header("Cache-Control")),
                () -> assertEquals(
                        404, console.get("/assets/gone-000000.js").status(), "an asset that is not there is no page"));
    }

    @Test
    void sendsTheSameProtectionAsTheApplication() throws IOException {
        String filter = Files.readString(
                Project.root().resolve("clarion-web/src/main/java/clarion/web/console/SecurityHeadersFilter.java"));
        String[] policy = console.get("/").header("Content-Security-Policy").split("; ");
        assertTrue(policy.length > 8, () -> String.join("; ", policy));
        for (String directive : policy) {
            assertTrue(filter.contains('"' + directive + '"'), directive);
        }
        for (String path : new String[] {"/", "/sessions", "/assets/app-1a2b3c.js", "/assets/none.js", "/health"}) {
            Answer answer = console.get(path);
            assertEquals(String.join("; ", policy), answer.header("Content-Security-Policy"), path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
            assertEquals("DENY", answer.header("X-Frame-Options"), path);
            assertEquals("nginx", answer.header("Server"), "no version");
        }
    }

    /** As {@code webapp-ui/vite.config.ts} writes it into the page. */
    @Test
    void letsAConsoleThatWasBuiltForAnApiElsewhereSpeakToThatOne() throws Exception {
        Path home = Files.createDirectories(folder.resolve("elsewhere"));
        ConsoleServer.writeSite(home, "https://clarion.corp.example:8443");
        ConsoleServer.check(home, ConsoleServer.settings(apiPort)).orFail();
        try (ConsoleServer server = ConsoleServer.start(home, ConsoleServer.settings(apiPort))) {
            Api site = Api.anonymous(URI.create("http://127.0.0.1:" + server.port()));
            Until.isTrue("nginx serves", SOON, () -> site.get("/health").status() == 200);
            for (String path : new String[] {"/", "/sessions", "/assets/app-1a2b3c.js"}) {
                String policy = site.get(path).expect(200).header("Content-Security-Policy");
                assertTrue(policy.contains("; connect-src https://clarion.corp.example:8443; "), policy);
                assertEquals(
                        console.get(path).header("Content-Security-Policy"),
                        policy.replace("https://clarion.corp.example:8443", "'self'"));
            }
        }
    }

    @Test
    void compressesWhatIsWorthIt() {
        Answer script = console.with("Accept-Encoding", "gzip").get("/assets/app-1a2b3c.js");
        assertEquals("gzip", script.header("Content-Encoding"));
        assertTrue(script.header("Vary").contains("Accept-Encoding"));
    }

    @Test
    void passesNoMetricsOn() {
        console.get("/metrics").expect(404);
    }

    @Test
    void startsBeforeTheApiAndFollowsItsRestarts() throws Exception {
        Answer away = console.get("/api/v1/things");
        assertEquals(503, away.status());
        assertEquals("application/problem+json", away.mediaType());
        assertEquals(503, away.json().getInt("status"));
        for (int round = 0; round < 2; round++) {
            try (FakeApi api = new FakeApi(apiPort)) {
                Until.isTrue("the API answers", SOON, () -> {
                    int status = console.get("/api/v1/things").status();
                    return status == 200;
                });
                Headers asked = api.nextRequest();
                assertEquals("127.0.0.1", asked.getFirst("X-Forwarded-For"));
                assertEquals("http", asked.getFirst("X-Forwarded-Proto"));
                assertEquals("127.0.0.1:" + nginx.port(), asked.getFirst("X-Forwarded-Host"));
            }
        }
    }

    @Test
    void believesNobodyWhoSaysWhoHeIs() throws Exception {
        try (FakeApi api = new FakeApi(apiPort)) {
            console.with("X-Forwarded-For", "203.0.113.9")
                    .with("X-Forwarded-Proto", "https")
                    .get("/api/v1/things")
                    .expect(200);
            Headers asked = api.nextRequest();
            assertEquals("127.0.0.1", asked.getFirst("X-Forwarded-For"));
            assertEquals("http", asked.getFirst("X-Forwarded-Proto"));
        }
    }

    @Test
    void doesNotHoldEventsBack() throws Exception {
        try (FakeApi api = new FakeApi(apiPort)) {
            api.send("data: first");
            Iterator<String> lines = console.open("/api/v1/events").body().iterator();
            assertEquals("data: first", lines.next());
            api.send("data: second");
            assertEquals("data: second", lines.next());
        }
    }

    private static Path certificate(Path home) {
        Path tls = home.resolve("tls");
        new Shell(Map.of())
                .run(
                        Duration.ofMinutes(1),
                        "sh",
                        "-c",
                        "mkdir -p " + tls
                                + " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
                                + " -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "
                                + tls
                                + "/tls.key -out " + tls + "/tls.crt")
                .orFail();
        return tls;
    }
}
