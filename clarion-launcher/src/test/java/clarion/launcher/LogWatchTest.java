package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWatchTest {

    private static final String WARNING = "[2026-11-01T10:00:00.000+0000] [] [WARNING] [] [clarion.pxgrid] [[\n";
    private static final String INFO = "[2026-11-01T10:00:00.000+0000] [] [INFO] [] [clarion.pxgrid] [[\n";

    @TempDir
    Path directory;

    @Test
    void showsWhatAnOperatorActsOnOnceAndNothingElse() throws IOException {
        Path log = directory.resolve("clarion.log");
        LogWatch watch = new LogWatch(log);
        assertEquals(List.of(), watch.poll());
        Files.writeString(log, INFO + "  CLARION-PXG-001 all is well]]\n" + WARNING + "  CLARION-PXG-002 it broke]]\n");
        assertEquals(List.of("CLARION-PXG-002 it broke"), watch.poll());
        append(log, WARNING + "  CLARION-PXG-002 it broke]]\n" + WARNING + "  no id here]]\n");
        assertEquals(List.of(), watch.poll());
    }

    @Test
    void readsColouredLevels() throws IOException {
        Path log = directory.resolve("clarion.log");
        Files.writeString(
                log, "[2026] [] [\u001b[1;91mSEVERE\u001b[0m] [] [[\n  CLARION-DB-001 the database is away]]\n");
        LogWatch watch = new LogWatch(log);
        assertEquals(List.of("CLARION-DB-001 the database is away"), watch.poll());
        assertEquals("CLARION-DB-001 the database is away", watch.lastError());
    }

    @Test
    void waitsForTheEndOfALine() throws IOException {
        Path log = directory.resolve("clarion.log");
        LogWatch watch = new LogWatch(log);
        Files.writeString(log, WARNING + "  CLARION-DB-001 the data");
        assertEquals(List.of(), watch.poll());
        append(log, "base is away]]\n");
        assertEquals(List.of("CLARION-DB-001 the database is away"), watch.poll());
    }

    private static void append(Path log, String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
