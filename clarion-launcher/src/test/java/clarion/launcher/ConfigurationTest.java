package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path directory;

    @Test
    void variablesWinOverTheFile() throws IOException {
        Path file = file("clarion.pxgrid.node-name=from-file\nclarion.http.port=8001\n");
        Configuration configuration =
                Configuration.read(file, Map.of("CLARION_PXGRID_NODE_NAME", "from-variable", "HOME", "/nowhere"));
        assertEquals("from-variable", configuration.forApplication().get("clarion.pxgrid.node-name"));
        assertEquals(8001, configuration.port(Configuration.PORT, 8000));
        assertFalse(configuration.forApplication().containsKey(Configuration.PORT));
    }

    @Test
    void pathsAreRelativeToTheConfigurationFile() throws IOException {
        Files.writeString(directory.resolve("client.p12"), "x");
        Path file = file("clarion.pxgrid.key-store=client.p12\n");
        assertEquals(
                directory.resolve("client.p12").toString(),
                Configuration.read(file, Map.of()).forApplication().get("clarion.pxgrid.key-store"));
    }

    @Test
    void directoriesOfCertificatesAreRelativeToTheConfigurationFileToo() throws IOException {
        Files.createDirectory(directory.resolve("pem"));
        Path file = file("clarion.pxgrid.certificate-dir=pem\nclarion.pxgrid.certificate-roots=pem, /mnt/other\n");
        var values = Configuration.read(file, Map.of()).forApplication();
        assertEquals(directory.resolve("pem").toString(), values.get("clarion.pxgrid.certificate-dir"));
        assertEquals(directory.resolve("pem") + ",/mnt/other", values.get("clarion.pxgrid.certificate-roots"));
    }

    @Test
    void doesNotMissAFileThatClarionMakesItself() throws IOException {
        Path file = file("clarion.pxgrid.account-key-file=made.key\nclarion.pxgrid.account-file=made.account\n");
        assertEquals(
                directory.resolve("made.key").toString(),
                Configuration.read(file, Map.of()).forApplication().get("clarion.pxgrid.account-key-file"));
    }

    @Test
    void namesAFileThatIsMissing() throws IOException {
        Path file = file("clarion.pxgrid.key-store=gone.p12\n");
        assertRefused("gone.p12", file, Map.of());
    }

    @Test
    void refusesASecretInTheOpen() throws IOException {
        assertRefused("clarion.db.password-file", file("clarion.db.password=hunter2\n"), Map.of());
        assertRefused("clarion.db.password-file", file(""), Map.of("CLARION_DB_PASSWORD", "hunter2"));
    }

    @Test
    void neverRepeatsTheSecretItRefuses() throws IOException {
        Path file = file("clarion.db.password=hunter2\n");
        LauncherFailure failure = assertThrows(LauncherFailure.class, () -> Configuration.read(file, Map.of()));
        assertFalse(String.valueOf(failure.getMessage()).contains("hunter2"));
    }

    @Test
    void refusesKeysThatAreNotClarions() throws IOException {
        assertRefused("'pxgrid.controllers'", file("pxgrid.controllers=ise\n"), Map.of());
        assertRefused("'clarion.http.port' is a port", file("clarion.http.port=eighty\n"), Map.of());
    }

    @Test
    void namesAConfigurationFileThatIsMissing() {
        assertRefused("none.properties cannot be read (no such file)", directory.resolve("none.properties"), Map.of());
    }

    @Test
    void childrenDoNotSeeClarionsVariables() {
        assertEquals(
                Map.of("PATH", "/bin"),
                Configuration.childEnvironment(Map.of("PATH", "/bin", "CLARION_HTTP_PORT", "8000")));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("clarion.properties"), text);
    }

    private static void assertRefused(String part, Path file, Map<String, String> environment) {
        LauncherFailure failure = assertThrows(
                LauncherFailure.class,
                () -> Configuration.read(file, environment).port(Configuration.PORT, 8000));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(part), message);
    }
}
