package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.session;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.IseSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole connection in a JVM that is told to log everything: each logger at its finest, the HTTP client's headers and
 * the TLS records included.
 */
@Timeout(150)
class LoudLogTest {

    @TempDir
    Path directory;

    @Test
    @Tag("pxgrid-35")
    void noLoggerOfTheJdkOrOfClarionWritesASecretAtItsFinestLevel() throws Exception {
        Path output = directory.resolve("output.log");
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(directory.resolve("ise"))
                .notifyInterval(Duration.ofMillis(50))
                .start()) {
            Process client = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djdk.httpclient.HttpClient.log=all",
                            "-Djavax.net.debug=",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoudClient.class.getName(),
                            Integer.toString(ise.pxGridPort()),
                            ise.pki().clientKeyStore().toString(),
                            ise.pki().trustStore().toString(),
                            ise.pki().passwordFile().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                ise.feed().publish(session(1, Instant.now()));
                assertTrue(client.waitFor(120, TimeUnit.SECONDS), "the client ends");
            } finally {
                client.destroyForcibly();
            }
            String everything = Files.readString(output, StandardCharsets.ISO_8859_1);
            assertTrue(everything.contains("STORED\n"), () -> tail(everything));
            assertTrue(everything.contains("event=state"), "Clarion's own log is there");
            String pubSub = ise.accounts().secret("clarion-test", "~ise-pubsub-ise1");
            String data = ise.accounts().secret("clarion-test", "~ise-mnt-ise1");
            for (String secret : List.of(
                    pubSub, data, basic(pubSub), basic(data), ise.pki().password(), "Authorization: Basic", "Basic ")) {
                assertFalse(everything.contains(secret), "a secret is in the log");
            }
        }
    }

    private static String basic(String secret) {
        return Base64.getEncoder().encodeToString(("clarion-test:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 3000));
    }
}
