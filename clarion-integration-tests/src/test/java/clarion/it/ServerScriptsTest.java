package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's scripts say in one line what is wrong, before they touch anything. */
class ServerScriptsTest {

    @TempDir
    private Path directory;

    private record Outcome(int status, String words) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payara/provision", "payara/start", "payara/deploy", "payara/stop",
                "wildfly/provision", "wildfly/start", "wildfly/deploy", "wildfly/stop",
                "keystore/make-stores", "keystore/certificates"
            })
    void explainsItself(String script) throws IOException, InterruptedException {
        Outcome help = run(script, "--help");
        assertEquals(0, help.status(), help.words());
        assertTrue(help.words().startsWith("Usage: server-config/" + script), help.words());
        assertRefused(run(script, "--colour", "red"), "unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payara", "wildfly"})
    void refusesWhatItCannotWorkWith(String server) throws IOException, InterruptedException {
        String target = directory.resolve("server").toString();
        Path file = Files.writeString(directory.resolve("file"), "secret");
        List<String[]> wrong = List.of(
                new String[] {"--target DIR is missing"},
                new String[] {"--target needs a value", "--target"},
                new String[] {"'80a' is not a port", "--target", target, "--port", "80a"},
                new String[] {"'70000' is not a port", "--target", target, "--port", "70000"},
                new String[] {"cannot read the file /nowhere", "--target", target, "--db-password-file", "/nowhere"},
                new String[] {"not of the form key=value", "--target", target, "--property", "clarion.role"},
                new String[] {"unexpected argument: more", "--target", target, "more"},
                new String[] {
                    "--key-store needs --key-store-password-file", "--target", target, "--key-store", file.toString()
                },
                new String[] {"'lots' is not a number of threads", "--target", target, "--threads", "lots"},
                new String[] {"too few", "--target", target, "--threads", "2"},
                new String[] {"'big' is not a size", "--target", target, "--heap", "big"},
                new String[] {"'xml' is no format of the log", "--target", target, "--log-format", "xml"},
                new String[] {"'here' is not an IP address", "--target", target, "--https-address", "here"},
                new String[] {"cannot read the directory", "--target", target, "--certificate-dir", file.toString()},
                new String[] {"cannot read", "--target", target, "--key-password-file", target + "/none"},
                new String[] {"--https-port needs --tls-key-store", "--target", target, "--https-port", "8443"},
                new String[] {"cannot create the directory", "--target", file + "/below"});
        assertAll(wrong.stream()
                .map(words -> () -> assertRefused(
                        run(server + "/provision", Stream.of(words).skip(1).toArray(String[]::new)), words[0])));
        assertFalse(Files.exists(Path.of(target, "payara6")), "nothing was fetched");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payara", "wildfly"})
    void takesNoSecretOnTheCommandLine(String server) throws IOException, InterruptedException {
        Outcome outcome = run(
                server + "/provision",
                "--target",
                directory.toString(),
                "--property",
                "clarion.pxgrid.key-store-password=opensesame");
        assertRefused(outcome, "clarion.pxgrid.key-store-password-file");
        assertFalse(outcome.words().contains("opensesame"), outcome.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"payara", "wildfly"})
    void saysWhenThereIsNoServerYet(String server) throws IOException, InterruptedException {
        assertRefused(run(server + "/start", "--target", directory.toString()), "run " + server + "/provision");
        assertRefused(run(server + "/stop", "--target", directory.toString()), "run " + server + "/provision");
        assertRefused(
                run(server + "/deploy", "--target", directory.toString(), "x.ear"), "run " + server + "/provision");
    }

    @Test
    void opensTheStoresBeforeItFetchesAServer() throws IOException, InterruptedException {
        Path store = Files.writeString(directory.resolve("client.p12"), "not a store");
        Path password = Files.writeString(directory.resolve("password"), "changeit");
        assertRefused(
                run(
                        "wildfly/provision",
                        "--target",
                        directory.resolve("server").toString(),
                        "--key-store",
                        store.toString(),
                        "--key-store-password-file",
                        password.toString()),
                "cannot open the key store " + store);
    }

    @Test
    void letsPayaraShowIseNoCertificateThatIsMeantForBrowsers() throws IOException, InterruptedException {
        Path password = Files.writeString(directory.resolve("password"), "changeit");
        List<String> options =
                new ArrayList<>(List.of("--target", directory.resolve("server").toString()));
        for (String store : List.of("key-store", "tls-key-store")) {
            Path file = directory.resolve(store + ".p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + store,
                            "-alias",
                            store,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass:file",
                            password.toString())
                    .redirectErrorStream(true)
                    .start();
            assertEquals(0, keytool.waitFor());
            options.addAll(
                    List.of("--" + store, file.toString(), "--" + store + "-password-file", password.toString()));
        }
        options.addAll(List.of("--https-port", "8443"));
        assertRefused(run("payara/provision", options.toArray(String[]::new)), "--certificate-dir");
    }

    private static void assertRefused(Outcome outcome, String because) {
        assertEquals(1, outcome.status(), outcome.words());
        assertTrue(outcome.words().contains(because), outcome.words());
        assertEquals(1, outcome.words().lines().count(), outcome.words());
    }

    private Outcome run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Project.serverConfig(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, java) -> java + ":" + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command + " does not end");
        return new Outcome(process.exitValue(), words);
    }
}
