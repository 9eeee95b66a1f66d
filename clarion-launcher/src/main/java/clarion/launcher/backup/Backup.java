package clarion.launcher.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes everything that Clarion keeps in its database to one file, as it was at one moment, while Clarion goes on
 * working. The file is a ZIP archive with a table each in {@code tables/}, in PostgreSQL's own COPY text format, and
 * {@code manifest.json}. It holds password hashes and everything that is known about users: only its owner can read it.
 */
public final class Backup {

    /** The same text for the same value, whatever the server or the role is set to. */
    static final String PLAIN_VALUES = "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';"
            + " set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1;"
            + " set local client_encoding = 'UTF8'; set local row_security = off; set local statement_timeout = 0;"
            + " set local idle_in_transaction_session_timeout = 0";

    private Backup() {}

    /**
     * Writes the file, all of it or nothing.
     *
     * @param connection to the database; nothing else may use it meanwhile
     * @param file is replaced if it is there
     * @param clarion version, for the manifest
     * @throws BackupException if the database or the disk fails, or there is no Clarion in the database
     */
    public static Manifest write(Connection connection, Path file, String clarion) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Manifest manifest;
            try (ZipOutputStream zip = new ZipOutputStream(create(part))) {
                manifest = write(connection, zip, clarion);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (IOException e) {
            throw new BackupException(
                    "The backup cannot be written to " + file + " (" + BackupException.reason(e) + ").", e);
        } catch (SQLException e) {
            throw new BackupException(
                    "The database cannot be read (" + BackupException.reason(e) + "); there is no backup.", e);
        } finally {
            deleteIfThere(part);
        }
    }

    private static OutputStream create(Path part) throws IOException {
        Files.deleteIfExists(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(part);
    }

    private static Manifest write(Connection connection, ZipOutputStream zip, String clarion)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute(PLAIN_VALUES);
            int schema = Tables.schemaVersion(connection);
            if (schema == 0) {
                throw new BackupException("There is no Clarion in this database, so there is nothing to back up.");
            }
            List<Manifest.Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table :
                    Tables.inOrder(connection).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry(table.getKey())));
                tables.add(new Manifest.Table(
                        table.getKey(), table.getValue(), copy(connection, table.getKey(), table.getValue(), zip)));
                zip.closeEntry();
            }
            String[] server = Tables.rows(
                            connection,
                            "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                                    + " current_setting('server_version')")
                    .get(0);
            Manifest manifest = new Manifest(
                    clarion, Instant.parse(server[0]), server[1], schema, tables, Tables.sequences(connection));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.toJson().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }

    static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    /** By a query and not by the table's name, which of a hypertable copies nothing. */
    static RowDigest.Content copy(Connection connection, String table, List<String> columns, OutputStream out)
            throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        RowDigest digest = new RowDigest(out);
        copies.copyOut(
                "copy (select " + Tables.columnList(columns) + " from " + Tables.quoted(table) + ") to stdout", digest);
        return digest.content();
    }

    private static void deleteIfThere(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // it is only in the way of nobody
        }
    }
}
