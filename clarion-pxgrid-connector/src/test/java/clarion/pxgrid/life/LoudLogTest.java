package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.IseSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
        try (IseSimulator ise = simulator()) {
            String everything = connect(ise, List.of());
            assertFalse(everything.contains("Authorization: Basic"), "a header is in the log");
        }
    }

    /** Nobody but the two sides knows the password: each word of the log that looks like one is tried. */
    @Test
    @Tag("pxgrid-02")
    @Tag("pxgrid-35")
    void thePasswordOfAnAccountIsInNoLogEither() throws Exception {
        try (IseSimulator ise = simulator()) {
            ise.faults().allowPasswordAccounts(true);
            String everything =
                    connect(ise, List.of(directory.resolve("account-key").toString()));
            Pattern.compile("[A-Za-z0-9]{16}")
                    .matcher(everything)
                    .results()
                    .forEach(word -> assertFalse(
                            ise.accounts().isPassword("clarion-test", word.group()),
                            "the account's password is in the log"));
            assertEquals(1, ise.faults().calls("AccountCreate"), "there is such an account");
        }
    }

    @Test
    @Tag("pxgrid-35")
    void thePasswordOfAnEncryptedKeyIsInNoLogEither() throws Exception {
        try (IseSimulator ise = simulator()) {
            Path pki = ise.pki().directory();
            Path pem = Files.createDirectories(directory.resolve("pem"));
            Files.copy(pki.resolve("client.pem"), pem.resolve("client.crt"));
            Files.copy(pki.resolve("client-key-encrypted.pem"), pem.resolve("client.key"));
            Files.copy(pki.resolve("ca.pem"), pem.resolve("ca.crt"));
            connect(ise, List.of(pem.toString(), ise.pki().passwordFile().toString()));
        }
    }

    private IseSimulator simulator() {
        return IseSimulator.builder()
                .dataDirectory(directory.resolve("ise"))
                .notifyInterval(Duration.ofMillis(50))
                .start();
    }

    /** All that a connection writes, in which there is no secret of the simulator's. */
    private String connect(IseSimulator ise, List<String> more) throws Exception {
        Path output = directory.resolve("output.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.httpclient.HttpClient.log=all",
                "-Djavax.net.debug=",
                "-cp",
                System.getProperty("java.class.path"),
                LoudClient.class.getName(),
                Integer.toString(ise.pxGridPort()),
                ise.pki().clientKeyStore().toString(),
                ise.pki().trustStore().toString(),
                ise.pki().passwordFile().toString()));
        command.addAll(more);
        Process client = new ProcessBuilder(command)
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
        for (String secret :
                List.of(pubSub, data, basic(pubSub), basic(data), ise.pki().password(), "Basic ")) {
            assertFalse(everything.contains(secret), "a secret is in the log");
        }
        return everything;
    }

    private static String basic(String secret) {
        return Base64.getEncoder().encodeToString(("clarion-test:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 3000));
    }
}
