package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Commands;
import clarion.it.harness.Ports;
import clarion.simulator.IseSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubernetes/secrets} makes what can be made, once, and finds what does not fit together. */
class SecretsScriptTest {

    @TempDir
    private Path directory;

    @Test
    void makesEverySecretOnceAndForItsOwnerOnly() throws IOException {
        run("make", "--demo").expectSuccess();
        Map<Path, String> first = contents();
        assertEquals(17, first.size(), first.keySet()::toString);
        for (Path file : first.keySet()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        run("make", "--demo").expectSuccess();
        assertEquals(first, contents());
        run("check", "--demo").expectSuccess();
    }

    @Test
    void findsWhatIsMissingAndWhatDoesNotFitTogether() throws IOException {
        run("make").expectSuccess();
        Commands.Outcome missing = run("check");
        assertEquals(1, missing.status());
        assertTrue(missing.errors().contains("clarion-pxgrid-certificates/client.crt is missing"), missing.errors());

        run("make", "--demo").expectSuccess();
        Files.copy(
                directory.resolve("clarion-postgres/tls.key"),
                directory.resolve("clarion-pxgrid-certificates/client.key"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(directory.resolve("clarion-connector-key/key"), "short");
        Commands.Outcome wrong = run("check");
        assertEquals(1, wrong.status());
        assertTrue(wrong.errors().contains("client.key does not belong to the certificate"), wrong.errors());
        assertTrue(wrong.errors().contains("fewer than 32 characters"), wrong.errors());
    }

    @Test
    void theSimulatedIseTakesItsCertificatesAsTheyAre() throws IOException {
        run("make", "--demo").expectSuccess();
        Path data = directory.resolve("data");
        Path pki = Files.createDirectories(data.resolve("pki"));
        Path secret = directory.resolve("clarion-simulator-pki");
        try (Stream<Path> files = Files.list(secret)) {
            for (Path file : files.toList()) {
                Files.copy(file, pki.resolve(file.getFileName()));
            }
        }
        try (IseSimulator ise = IseSimulator.builder()
                .host("simulator")
                .pxGridPort(Ports.free())
                .ersPort(Ports.free())
                .dataDirectory(data)
                .start()) {
            assertEquals(1, ise.nodes().count());
            assertEquals(Files.readString(secret.resolve("server.pem")), Files.readString(pki.resolve("server.pem")));
            assertEquals(Files.readString(secret.resolve("client.pem")), Files.readString(pki.resolve("client.pem")));
        }
    }

    private Commands.Outcome run(String... words) {
        String[] command = Stream.concat(
                        Stream.of(Rendering.SOURCES.resolve("secrets").toString()),
                        Stream.concat(Stream.of(words), Stream.of(directory.toString())))
                .toArray(String[]::new);
        return Commands.run(command);
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }
}
