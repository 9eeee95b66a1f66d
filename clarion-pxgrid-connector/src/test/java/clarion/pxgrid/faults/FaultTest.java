package clarion.pxgrid.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {

    /** Read by people who have the code from the log and want to know what to do. */
    private static final Path GUIDE = Path.of("../docs/operating.md");

    @Test
    void everyFaultStandsInTheOperatingGuideWithItsMeaningAndWhatToDo() throws Exception {
        List<String> lines = Files.readAllLines(GUIDE);
        for (Fault fault : Fault.values()) {
            List<String> rows = lines.stream()
                    .filter(line -> line.startsWith("| `" + fault.code() + "` |"))
                    .toList();
            assertEquals(1, rows.size(), () -> fault + " has one row in " + GUIDE);
            String[] cells = rows.get(0).split("\\|");
            assertTrue(cells[2].strip().length() > 10, () -> fault + " has a meaning");
            assertEquals(fault.action(), cells[3].strip(), fault::name);
        }
    }

    @Test
    void whatIseMustBeToldNamesTheMenu() {
        for (Fault fault : List.of(
                Fault.ACCOUNT_PENDING,
                Fault.ACCOUNT_DISABLED,
                Fault.ACCOUNT_NAME_TAKEN,
                Fault.PASSWORD_ACCOUNTS_OFF,
                Fault.FORBIDDEN)) {
            assertTrue(fault.action().contains("Administration > pxGrid Services"), fault::name);
        }
    }

    @Test
    void noTwoFaultsShareACodeOrTheirWords() {
        assertEquals(
                Fault.values().length,
                Arrays.stream(Fault.values()).map(Fault::code).distinct().count());
    }
}
