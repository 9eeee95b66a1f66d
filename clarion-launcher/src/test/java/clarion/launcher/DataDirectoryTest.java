package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void secretsArePrivateAndLast() throws IOException {
        String first;
        try (DataDirectory data = DataDirectory.open(directory)) {
            Path secret = data.secret("database");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
            first = DataDirectory.read(secret);
            assertTrue(first.matches("[A-Za-z0-9_-]{32}"), first);
            assertNotEquals(first, DataDirectory.read(data.secret("other")));
        }
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertEquals(first, DataDirectory.read(data.secret("database")));
        }
    }

    @Test
    void saysThatAFileIsInTheWay() throws IOException {
        Path file = Files.writeString(directory.resolve("occupied"), "x");
        LauncherFailure failure = assertThrows(LauncherFailure.class, () -> DataDirectory.open(file));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(file + " cannot be written") && message.contains("--data DIR"), message);
    }
}
