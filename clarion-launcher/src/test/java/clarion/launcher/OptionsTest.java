package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void demoHasDefaults() {
        assertEquals(
                new Options(Options.Command.DEMO, null, null, 2_000, 8910, 9060, 2055, null),
                Options.parse(List.of("demo")));
    }

    @Test
    void takesValuesBehindASpaceOrAnEqualsSign() {
        Options options = Options.parse(List.of("demo", "--port=8123", "--data", "some dir", "--devices", "50"));
        assertEquals(8123, options.port());
        assertEquals(Path.of("some dir"), options.data());
        assertEquals(50, options.devices());
        assertEquals(2055, options.flowPort());
        assertEquals(0, Options.parse(List.of("demo", "--flow-port", "0")).flowPort());
    }

    @Test
    void refusesWhatItDoesNotKnowByName() {
        assertUsage("--colour", "demo", "--colour", "red");
        assertUsage("--devices", "run", "--devices", "5");
        assertUsage("--flow-port", "run", "--flow-port", "2055");
        assertUsage("0 to 65535", "demo", "--flow-port", "-1");
        assertUsage("--config", "demo", "--config", "x");
        assertUsage("'bench'", "bench");
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertUsage("1 to 65535", "demo", "--port", "0");
        assertUsage("1 to 65535", "demo", "--port", "65536");
        assertUsage("not 'many'", "demo", "--devices", "many");
        assertUsage("--port takes", "demo", "--port");
        assertUsage("--data takes a directory", "run", "--data=");
    }

    private static void assertUsage(String part, String... arguments) {
        LauncherFailure failure = assertThrows(LauncherFailure.class, () -> Options.parse(List.of(arguments)));
        assertEquals(LauncherFailure.USAGE, failure.exitStatus());
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(part), message);
    }
}
