package clarion.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Deployment;
import clarion.it.harness.Settings;
import clarion.it.harness.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What Clarion promises on every server. The promises stand in the interfaces; each server has a subclass, and so each
 * runs exactly the same tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ContractIT
        implements AccessContract,
                CrossOriginContract,
                ListContract,
                LedgerContract,
                ProblemContract,
                LiveContract,
                OperationsContract,
                FlowsContract,
                OpenApiContract {

    private static final int DEVICES = 60;

    private @Nullable World world;

    /** The server under test; the name of its class names its folder. */
    abstract Deployment deploy(Settings settings);

    @BeforeAll
    void start() {
        world = World.start(
                "world-" + getClass().getSimpleName(),
                campus -> campus.devices(DEVICES).eventRate(2).seed(7),
                this::deploy);
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Override
    public final World world() {
        if (world == null) {
            throw new IllegalStateException("not started");
        }
        return world;
    }

    /** Last, so that it reads what all the others made the server write. */
    @Test
    @Order(Integer.MAX_VALUE)
    void writesNoSecretToItsLogs() throws IOException {
        List<Path> logs = world().clarion().logs();
        for (Path log : logs) {
            assertTrue(Files.size(log) > 0, () -> log + " is empty: the test reads the wrong file");
            try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                lines.forEach(line -> world().secrets()
                        .forEach(secret -> assertFalse(
                                line.contains(secret),
                                () -> log + " holds a secret: " + line.replace(secret, "<secret>"))));
            }
        }
    }
}
