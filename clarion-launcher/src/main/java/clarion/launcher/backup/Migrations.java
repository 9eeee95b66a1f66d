package clarion.launcher.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Clarion's migrations, from a directory of their files. */
public final class Migrations {

    private static final String CLEAN = """
            do $$
            declare
                it record;
            begin
                for it in
                    select format('drop %s if exists %I.%I cascade',
                        case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                            else 'table' end, current_schema(), c.relname) as statement
                    from pg_class c
                    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
                        and not exists (select from pg_depend d
                            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                    order by strpos('vmprS', c.relkind::text)
                loop
                    execute it.statement;
                end loop;
                for it in
                    select format('drop routine if exists %s cascade', p.oid::regprocedure) as statement
                    from pg_proc p
                    where p.pronamespace = current_schema()::regnamespace and not exists (select from pg_depend d
                            where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
                loop
                    execute it.statement;
                end loop;
            end $$""";

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

    /** Removes everything that is in the schema, but for extensions and what belongs to them. */
    void clean(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CLEAN);
        } catch (SQLException e) {
            throw new BackupException("The database cannot be emptied (" + BackupException.reason(e) + ").", e);
        }
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
