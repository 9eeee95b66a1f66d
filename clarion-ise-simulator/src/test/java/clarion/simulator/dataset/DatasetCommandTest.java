package clarion.simulator.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.traffic.Imperfection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetCommandTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(List<String> arguments) {
        return DatasetCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void makesADataSetAndSaysHowLongItTookAndHowMuchMemory() throws Exception {
        assertEquals(
                0,
                run(List.of(
                        "--kind=plant",
                        "--endpoints",
                        "150",
                        "--days=1",
                        "--sgts=roles",
                        "--set",
                        "loss=0",
                        "--set=noise=0.1",
                        "--out",
                        directory.toString())),
                err.toString(StandardCharsets.UTF_8));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                said.matches("plant campus: 150 devices, .* 0 records lost, in [0-9.]+ s, heap at most \\d+ MB\\R"),
                said);
        assertTrue(
                Files.exists(directory.resolve("flows.csv.gz")) && Files.exists(directory.resolve("truth/roles.csv")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--out x|--kind is missing",
                "--kind plant|--out is missing",
                "--kind zoo --out x|corporate, hospital, plant, university, not zoo",
                "--kind plant --out x --endpoints 5|endpoints are 100 to 100000, not 5",
                "--kind plant --out x --days many|must be a whole number, not 'many'",
                "--kind plant --out x --set loss=2|loss is a share from 0 to 1",
                "--kind plant --out x --set luck=0.5|what can be wrong is loss",
                "--kind plant --out x --sgts some|none, coarse or roles",
                "--kind plant --out x --verbose|unknown option --verbose",
                "--kind|--kind needs a value"
            })
    void saysInOneLineWhatIsWrongWithACommandLine(String arguments, String reason) {
        assertEquals(2, run(List.of(arguments.split(" "))));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("clarion-ise-simulator: ") && said.contains(reason), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void listsEverythingThatCanBeWrong() {
        assertEquals(0, run(List.of("--help")));
        for (Imperfection one : Imperfection.values()) {
            assertTrue(out.toString(StandardCharsets.UTF_8).contains(one.option() + "=" + one.usual()), one.option());
        }
    }
}
