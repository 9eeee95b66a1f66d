package clarion.launcher.backup;

import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Clarion's migrations, from a directory of their files. */
public final class Migrations {

    private final Path directory;

    public Migrations(Path directory) {
        this.directory = directory;
    }

    /** The newest version that is known here. */
    int newest(DataSource database) {
        return Arrays.stream(configure(database).load().info().all())
                .filter(migration -> migration.getVersion() != null && isHere(migration))
                .mapToInt(migration -> Integer.parseInt(migration.getVersion().getVersion()))
                .max()
                .orElse(0);
    }

    private static boolean isHere(MigrationInfo migration) {
        return migration.getState().isResolved();
    }

    /** Makes an empty schema what it was at a version. */
    void make(DataSource database, int version) {
        run(() -> configure(database).target(Integer.toString(version)).load().migrate());
    }

    /** Brings a schema to the newest version. */
    void complete(DataSource database) {
        run(() -> configure(database).load().migrate());
    }

    /** Removes everything that is in the schema. */
    void clean(DataSource database) {
        run(() -> configure(database).cleanDisabled(false).load().clean());
    }

    private FluentConfiguration configure(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("filesystem:" + directory);
    }

    private static void run(Runnable step) {
        try {
            step.run();
        } catch (FlywayException e) {
            throw new BackupException("The schema cannot be made (" + BackupException.reason(e) + ").", e);
        }
    }
}
