package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are planted wherever they could stand; none may come out. */
class SupportBundleTest {

    private static final List<String> CANARIES = List.of(
            "canary-database-password",
            "canary-bootstrap-admin",
            "canary-key-store-password",
            "clr_canaryTokenOfTheCaller",
            "clr_canaryTokenOfSomebodyElse",
            "canary-session-cookie",
            "Y2FuYXJ5LWJhc2ljOnNlY3JldA==",
            "MIIEcanaryPrivateKey",
            "canary-access-secret",
            "canary-demo-password",
            "canary-in-url");

    @TempDir
    private Path directory;

    @Test
    void holdsWhatHelpsAndNoSecret() throws Exception {
        Path data = directory.resolve("data");
        Files.createDirectories(data.resolve("secrets"));
        Files.createDirectories(data.resolve("logs"));
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("secrets/database"), "canary-database-password\n");
        Files.writeString(data.resolve("secrets/bootstrap-admin"), "canary-bootstrap-admin");
        Files.writeString(
                data.resolve("demo-credentials.json"),
                "{\"password\":\"canary-demo-password\",\"apiToken\":\"clr_canaryTokenOfTheCaller\"}");
        Path password = Files.writeString(directory.resolve("stores.password"), "canary-key-store-password\n");
        Path keyStore = Files.writeString(directory.resolve("client.p12"), "store");
        Path configuration =
                Files.writeString(directory.resolve("clarion.properties"), """
                clarion.pxgrid.node-name = clarion-prod
                clarion.pxgrid.key-store = %s
                clarion.pxgrid.key-store-password-file = %s
                """.formatted(keyStore, password));
        Files.writeString(data.resolve("logs/clarion.log"), """
                [INFO] event=database-ready schema=5
                [SEVERE] CLARION-PXG-012 the chain cannot be verified
                Authorization: Basic Y2FuYXJ5LWJhc2ljOnNlY3JldA==
                GET /api/v1/me Cookie: clarion_session=canary-session-cookie; theme=dark
                token clr_canaryTokenOfSomebodyElse refused
                -----BEGIN RSA PRIVATE KEY-----
                MIIEcanaryPrivateKey
                -----END RSA PRIVATE KEY-----
                opened with canary-key-store-password and canary-database-password
                {"secret": "canary-access-secret"}
                jdbc:postgresql://clarion:canary-in-url@db/clarion
                """);
        HttpServer server = echo();
        Path file = directory.resolve("bundle.zip");
        try {
            Files.writeString(
                    data.resolve("run/url"),
                    "http://127.0.0.1:" + server.getAddress().getPort() + "\n");
            new SupportCommands(
                            new Installation(directory),
                            new Terminal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
                            Clock.systemUTC())
                    .bundle(List.of(
                            "--data", data.toString(), "--config", configuration.toString(), "--out", file.toString()));
        } finally {
            server.stop(0);
        }
        Map<String, String> entries = read(file);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            for (String canary : CANARIES) {
                assertFalse(entry.getValue().contains(canary), () -> canary + " stands in " + entry);
            }
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(String.valueOf(entries.get("logs/clarion.log"))
                .contains("CLARION-PXG-012 the chain cannot be verified"));
        assertTrue(
                String.valueOf(entries.get("settings.properties")).contains("clarion.pxgrid.node-name = clarion-prod"));
        assertTrue(String.valueOf(entries.get("settings.properties")).contains("password-file = " + password));
        assertTrue(String.valueOf(entries.get("asked/api/v1/status.txt")).contains("\"state\":\"LIVE\""));
        assertTrue(entries.keySet()
                .containsAll(List.of(
                        "README.txt", "versions.txt", "doctor.txt", "asked/metrics.txt", "asked/api/health.txt")));
    }

    /** A Clarion that tells more than it should: it repeats the caller's token and a password. */
    private static HttpServer echo() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("{\"state\":\"LIVE\",\"checks\":[],\"heard\":\""
                            + exchange.getRequestHeaders().getFirst("Authorization")
                            + "\",\"password\":\"canary-demo-password\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return entries;
    }
}
