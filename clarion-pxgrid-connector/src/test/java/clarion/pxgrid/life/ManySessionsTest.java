package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.IseSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A download that no heap would hold. */
@Timeout(600)
class ManySessionsTest {

    private static final int MANY = 1_000_000;

    @TempDir
    private Path directory;

    @Test
    @Tag("pxgrid-21")
    void downloadsAMillionSessionsWithAHeapOf512MiB() throws Exception {
        Path output = directory.resolve("output.log");
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(directory.resolve("ise"))
                .sessions(MANY)
                .start()) {
            Process client = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ManySessionsClient.class.getName(),
                            Integer.toString(ise.pxGridPort()),
                            ise.pki().clientKeyStore().toString(),
                            ise.pki().trustStore().toString(),
                            ise.pki().passwordFile().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertTrue(client.waitFor(540, TimeUnit.SECONDS), "the client ends");
            } finally {
                client.destroyForcibly();
            }
            String words = Files.readString(output);
            assertTrue(words.contains("DOWNLOADED " + MANY + " IN PAGES OF AT MOST 1000"), words);
        }
    }
}
