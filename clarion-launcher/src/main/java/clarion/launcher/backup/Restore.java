package clarion.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Reads a {@link Backup} back: makes the schema as it was, fills it in one transaction, holds every table against the
 * manifest, and only then brings the schema to the version of this release.
 */
public final class Restore {

    private static final String OTHERS = "select count(*) from pg_stat_activity where datname = current_database()"
            + " and application_name = 'clarion' and pid <> pg_backend_pid()";

    private static final String TRIGGERS = """
            select c.relname, t.tgname, t.tgenabled
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
            where c.relnamespace = current_schema()::regnamespace and p.pronamespace = c.relnamespace
                and not t.tgisinternal and t.tgenabled <> 'D'""";

    private static final String PARTITIONED =
            "select exists (select from pg_class c where c.relname = ? and c.relkind = 'p'"
                    + " and c.relnamespace = current_schema()::regnamespace)";

    private final DataSource database;
    private final Migrations migrations;

    public Restore(DataSource database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    /** What a file holds, read without a database. */
    public static Manifest look(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return manifest(zip, file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Fills the database from the file.
     *
     * @param replace remove what is there; else the database must be empty
     * @throws BackupException if it is not empty, is in use, the backup is damaged or newer than this release; a
     *     database that was empty is empty again then
     */
    public Manifest read(Path file, boolean replace) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip, file);
            int newest = migrations.newest(database);
            if (manifest.schema() > newest) {
                throw new BackupException(
                        "The backup was made by Clarion " + manifest.clarion() + " with schema " + manifest.schema()
                                + "; this release knows up to " + newest + ". Restore it with that version.");
            }
            checkContents(zip, manifest);
            clear(replace);
            boolean filled = false;
            try {
                migrations.make(database, manifest.schema());
                fill(zip, manifest);
                filled = true;
            } finally {
                if (!filled) {
                    migrations.clean(database);
                }
            }
            migrations.complete(database);
            return manifest;
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (SQLException e) {
            throw new BackupException(
                    "The backup cannot be restored (" + BackupException.reason(e)
                            + "); what was filled is undone, and the database is empty.",
                    e);
        }
    }

    private void clear(boolean replace) throws SQLException {
        boolean empty;
        try (Connection connection = database.getConnection()) {
            if (!Tables.rows(connection, OTHERS).get(0)[0].equals("0")) {
                throw new BackupException("A Clarion is using this database; stop it first.");
            }
            empty = Tables.isEmpty(connection);
        }
        if (!empty && !replace) {
            throw new BackupException(
                    "The database is not empty. Restore into an empty one, or say --replace to lose what is in it.");
        }
        if (!empty) {
            migrations.clean(database);
        }
    }

    private void fill(ZipFile zip, Manifest manifest) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(Backup.PLAIN_VALUES);
                List<String> wake = silence(connection, statement);
                empty(connection, statement);
                for (Manifest.Table table : manifest.tables()) {
                    fill(connection, zip, table);
                    check(
                            table,
                            Backup.copy(connection, table.name(), table.columns(), OutputStream.nullOutputStream()));
                }
                for (Manifest.Sequence sequence : manifest.sequences()) {
                    set(connection, sequence);
                }
                for (String again : wake) {
                    statement.execute(again);
                }
            }
            connection.commit();
        }
    }

    /** Before anything is touched: a damaged file must not cost what is in the database. */
    private static void checkContents(ZipFile zip, Manifest manifest) throws IOException {
        for (Manifest.Table table : manifest.tables()) {
            RowDigest digest = new RowDigest(OutputStream.nullOutputStream());
            try (InputStream rows = zip.getInputStream(entryOf(zip, table))) {
                rows.transferTo(digest);
            }
            check(table, digest.content());
        }
    }

    /** What triggers did is in the backup already. Gives the statements that wake them again as they were. */
    private static List<String> silence(Connection connection, Statement statement) throws SQLException {
        List<String> wake = new ArrayList<>();
        for (String[] trigger : Tables.rows(connection, TRIGGERS)) {
            String table = "alter table " + Tables.quoted(trigger[0]);
            String name = " trigger " + Tables.quoted(trigger[1]);
            statement.execute(table + " disable" + name);
            String mode = Map.of("A", " always", "R", " replica").getOrDefault(trigger[2], "");
            wake.add(table + " enable" + mode + name);
        }
        return wake;
    }

    /** Migrations may have made rows of their own; the backup has them as they became. Referring tables go first. */
    private static void empty(Connection connection, Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>(Tables.inOrder(connection).keySet());
        for (int i = tables.size() - 1; i >= 0; i--) {
            statement.execute("delete from " + Tables.quoted(tables.get(i)));
        }
    }

    private static void fill(Connection connection, ZipFile zip, Manifest.Table table)
            throws SQLException, IOException {
        if (isPartitioned(connection, table.name())) {
            fillPartitions(connection, zip, table);
        } else {
            copy(connection, zip, table, Tables.quoted(table.name()));
        }
    }

    private static boolean isPartitioned(Connection connection, String table) throws SQLException {
        return Tables.rows(connection, PARTITIONED, table).get(0)[0].equals("t");
    }

    /** Which partitions it takes is only known from the rows. */
    private static void fillPartitions(Connection connection, ZipFile zip, Manifest.Table table)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            String name = Tables.quoted(table.name());
            statement.execute("create temporary table restored (like " + name + ")");
            copy(connection, zip, table, "restored");
            Tables.rows(connection, "select flow_cover(?, min(at), max(at)) from restored", table.name());
            statement.execute("insert into " + name + " select * from restored");
            statement.execute("drop table restored");
        }
    }

    private static void copy(Connection connection, ZipFile zip, Manifest.Table table, String into)
            throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (InputStream rows = zip.getInputStream(entryOf(zip, table))) {
            copies.copyIn("copy " + into + " (" + Tables.columnList(table.columns()) + ") from stdin", rows);
        }
    }

    private static ZipEntry entryOf(ZipFile zip, Manifest.Table table) {
        ZipEntry entry = zip.getEntry(Backup.entry(table.name()));
        if (entry == null) {
            throw new BackupException("The backup lacks the table " + table.name() + "; the file is damaged.");
        }
        return entry;
    }

    private static void check(Manifest.Table table, RowDigest.Content found) {
        if (!found.equals(table.content())) {
            throw new BackupException("The table " + table.name() + " is not what was backed up: " + found.rows()
                    + " rows with sum " + found.sum() + " instead of "
                    + table.content().rows() + " with "
                    + table.content().sum() + ". The file is damaged; nothing was restored.");
        }
    }

    private static void set(Connection connection, Manifest.Sequence sequence) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            set.setString(1, Tables.quoted(sequence.name()));
            set.setLong(2, sequence.value());
            set.setBoolean(3, sequence.called());
            set.execute();
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupException(file + " is not a backup of Clarion: it has no " + Manifest.ENTRY + ".");
        }
        try (InputStream json = zip.getInputStream(entry)) {
            return Manifest.read(json);
        }
    }

    private static BackupException unreadable(Path file, IOException e) {
        return new BackupException(
                "The backup " + file + " cannot be read (" + BackupException.reason(e) + "); is it complete?", e);
    }
}
