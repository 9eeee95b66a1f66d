package clarion.launcher;

import clarion.launcher.backup.Backup;
import clarion.launcher.backup.BackupException;
import clarion.launcher.backup.Manifest;
import clarion.launcher.backup.Migrations;
import clarion.launcher.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** {@code ./clarion backup} and {@code ./clarion restore}. */
final class BackupCommands {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Installation installation;
    private final Terminal terminal;

    BackupCommands(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    void backup(List<String> arguments) {
        CommandLine line =
                new CommandLine("backup", arguments, Set.of("--out", "--data", "--config"), Set.of("--verify"), 0);
        Path file = line.path("--out")
                .orElseGet(() -> Path.of("clarion-" + STAMP.format(Instant.now()) + ".backup.zip"))
                .toAbsolutePath();
        try (DatabaseAccess access = open(line, false, false);
                Connection connection = access.dataSource().getConnection()) {
            terminal.step("Writing " + file);
            Manifest manifest = Backup.write(connection, file, Installation.version());
            terminal.step(summary(manifest));
        } catch (SQLException e) {
            throw new LauncherFailure("The database cannot be reached (" + e.getMessage() + ").");
        } catch (BackupException e) {
            throw new LauncherFailure(e.line());
        }
        if (line.has("--verify")) {
            verify(file);
        }
        terminal.step("The backup is " + file + "; it holds password hashes and all about users: keep it as a secret");
    }

    void restore(List<String> arguments) {
        CommandLine line = new CommandLine("restore", arguments, Set.of("--data", "--config"), Set.of("--replace"), 1);
        Path file = line.file().toAbsolutePath();
        try {
            Manifest manifest = Restore.look(file);
            terminal.step("Restoring what was backed up at " + manifest.takenAt());
            try (DatabaseAccess access = open(line, true, true);
                    Unpacked migrations = new Unpacked()) {
                new Restore(access.dataSource(), new Migrations(migrations.directory()))
                        .read(file, line.has("--replace"));
            }
            terminal.step(summary(manifest));
        } catch (BackupException e) {
            throw new LauncherFailure(e.line());
        }
        terminal.step("Restored. At its next start Clarion compares with ISE what has changed since");
    }

    /** Restores into a database that is made for this and thrown away. */
    private void verify(Path file) {
        terminal.step("Verifying: restoring it into a scratch database");
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory(file.getParent(), ".clarion-verify");
            try (DatabaseAccess access = DatabaseAccess.open(Configuration.empty(), scratch, true, true);
                    Unpacked migrations = new Unpacked()) {
                Manifest restored =
                        new Restore(access.dataSource(), new Migrations(migrations.directory())).read(file, false);
                terminal.step("Every table came back as it was: " + restored.rows() + " rows");
            }
        } catch (BackupException | LauncherFailure e) {
            throw new LauncherFailure("The backup " + file + " does NOT restore: " + e.getMessage());
        } catch (IOException e) {
            throw new LauncherFailure("There is no room to verify the backup (" + DataDirectory.reason(e) + ").");
        } finally {
            if (scratch != null) {
                Trees.delete(scratch);
            }
        }
    }

    private DatabaseAccess open(CommandLine line, boolean alone, boolean make) {
        Configuration configuration = Configuration.read(line.path("--config").orElse(null), System.getenv());
        return DatabaseAccess.open(configuration, installation.data(line, configuration), alone, make);
    }

    private static String summary(Manifest manifest) {
        return manifest.rows() + " rows of " + manifest.tables().size() + " tables, schema " + manifest.schema()
                + ", as of " + manifest.takenAt();
    }

    /** The migrations as files, for as long as they are needed. */
    private final class Unpacked implements AutoCloseable {

        private final Path directory;

        Unpacked() {
            try {
                directory = Files.createTempDirectory("clarion-migrations");
            } catch (IOException e) {
                throw new LauncherFailure("No temporary directory can be made (" + DataDirectory.reason(e) + ").");
            }
            installation.unpackMigrations(directory);
        }

        Path directory() {
            return directory;
        }

        @Override
        public void close() {
            Trees.delete(directory);
        }
    }
}
