package clarion.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapDatabaseTest {

    @TempDir
    Path directory;

    private AccessWorld world;

    @BeforeEach
    void open() {
        world = new AccessWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void generatesAPasswordIntoAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = directory.resolve("admin-password");
        bootstrap(Optional.of(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String password = Files.readString(file).strip();
        assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", password));
        bootstrap(Optional.of(directory.resolve("other")));
        assertFalse(Files.exists(directory.resolve("other")), "there is an account, so nothing is done");
    }

    @Test
    void takesThePasswordThatTheFileHolds() throws IOException {
        Path file = Files.writeString(directory.resolve("admin-password"), "chosen by the operator\n");
        bootstrap(Optional.of(file));
        assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", "chosen by the operator"));
    }

    @Test
    void makesNoAccountWithoutAFileOrWithABadOne() throws IOException {
        bootstrap(Optional.empty());
        bootstrap(Optional.of(Files.writeString(directory.resolve("short"), "short")));
        bootstrap(Optional.of(directory.resolve("no/such/directory")));
        assertEquals(0L, world.single("select count(*) from account"));
    }

    private void bootstrap(Optional<Path> file) {
        world.inTransaction(() -> {
            new BootstrapAdministrator(world.accounts, world.settings).bootstrap(file);
            return true;
        });
    }
}
