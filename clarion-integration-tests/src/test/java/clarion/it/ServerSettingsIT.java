package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Commands;
import clarion.it.harness.Ports;
import clarion.it.harness.Project;
import clarion.it.harness.Scratch;
import clarion.it.harness.ServerScripts;
import clarion.it.harness.Settings;
import clarion.it.harness.TlsClient;
import clarion.it.harness.Until;
import clarion.it.harness.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A server that {@code server-config} brought from the bare archive to production settings, with every option in use.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerSettingsIT {

    private final int httpsPort = Ports.free();
    private final Path home = Scratch.fresh("settings-" + getClass().getSimpleName());

    private @Nullable World world;
    private @Nullable ServerScripts server;

    abstract ServerScripts deploy(Settings settings);

    @BeforeAll
    void start() {
        world = World.start(
                "world-" + getClass().getSimpleName(),
                campus -> campus.devices(20).eventRate(1).seed(5),
                settings -> {
                    Settings.Stores stores = java.util.Objects.requireNonNull(settings.identity());
                    server = deploy(new Settings(settings.properties(), null));
                    return server.provisionedTwice(options(stores.keyStore().resolveSibling("client.pem")));
                });
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    private List<String> options(Path client) {
        String certificates = home.resolve("pxgrid").toString();
        Commands.run(
                        Project.serverConfig("keystore/certificates").toString(),
                        "install",
                        "--dir",
                        certificates,
                        "--certificate",
                        client.toString(),
                        "--key",
                        client.resolveSibling("client-key.pem").toString(),
                        "--ca",
                        client.resolveSibling("ca.pem").toString())
                .expectSuccess();
        return List.of(
                "--certificate-dir", certificates,
                "--https-port", Integer.toString(httpsPort),
                "--https-address", "127.0.0.1",
                "--tls-key-store", TlsClient.makeServerStore(home).toString(),
                "--tls-key-store-password-file", home.resolve("tls.password").toString(),
                "--threads", "48",
                "--heap", "640m",
                "--log-format", "json",
                "--role", "all");
    }

    @Test
    void aSecondProvisionChangesNothing() {
        assertEquals("", server().changedBySecondProvision());
    }

    @Test
    void answersByTlsWithTheGivenCertificateAndNothingOlderThanTls12() throws Exception {
        TlsClient browser = new TlsClient(home.resolve("tls.p12"), home.resolve("tls.password"));
        assertEquals(200, browser.get(httpsPort, "/api/health").statusCode());
        assertTrue(browser.get(httpsPort, "/api/v1/sessions")
                .headers()
                .firstValue("Strict-Transport-Security")
                .isPresent());
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            assertEquals(protocol, browser.handshake(httpsPort, protocol));
        }
        Commands.Outcome old = Commands.run(
                "openssl",
                "s_client",
                "-tls1_1",
                "-cipher",
                "DEFAULT:@SECLEVEL=0",
                "-connect",
                "127.0.0.1:" + httpsPort);
        assertTrue(old.output().contains("Cipher is (NONE)"), old::toString);
    }

    @Test
    void givesTheSessionCookieToHttpsOnlyWhereItCameByHttps() throws Exception {
        TlsClient browser = new TlsClient(home.resolve("tls.p12"), home.resolve("tls.password"));
        String cookie = browser.post(
                        httpsPort,
                        "/api/v1/access/login",
                        "{\"username\":\"admin\",\"password\":\"" + World.ADMIN_PASSWORD + "\"}")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
        assertTrue(cookie.contains("; Secure"), cookie);
    }

    @Test
    void writesItsLogAsOneJsonObjectALine() throws IOException {
        Path log = server().logs().get(server().logs().size() - 1);
        List<String> lines = Files.readString(log, StandardCharsets.UTF_8)
                .replaceAll(
                        "(?s)\\[[^\\n]*GFLAUNCHER.*?]]\\n", "") // what Payara's launcher says before there is a server
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        assertTrue(lines.size() > 10, log::toString);
        assertAll(lines.stream().map(line -> () -> {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                JsonObject entry = reader.readObject();
                assertFalse(entry.isEmpty(), line);
            }
        }));
    }

    @Test
    void writesDownWhoAskedForWhatButNotTheQuery() {
        world().viewer().get("/api/v1/sessions?q=nobody-should-read-this").expect(200);
        String written = Until.holds(
                "the access log holds the request",
                Duration.ofSeconds(60),
                this::accessLog,
                text -> text.contains("/api/v1/sessions"));
        assertFalse(written.contains("nobody-should-read-this"), "the query is in the access log");
    }

    @Test
    void listensWhereItWasToldToAndNowhereElse() throws IOException {
        assertEquals(
                Stream.of(httpsPort, server().base().getPort(), server().adminPort())
                        .map(port -> "127.0.0.1:" + port)
                        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new)),
                server().listening());
    }

    private String accessLog() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(server().accessLogs())) {
            for (Path file : files.filter(file -> file.getFileName().toString().contains("access"))
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private World world() {
        return java.util.Objects.requireNonNull(world);
    }

    private ServerScripts server() {
        return java.util.Objects.requireNonNull(server);
    }
}
