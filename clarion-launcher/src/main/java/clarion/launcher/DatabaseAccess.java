package clarion.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The way of a command to Clarion's database: the one that the configuration names; else the embedded one of a data
 * directory, which is asked while a Clarion runs on it and started for the time of the command where none does.
 */
final class DatabaseAccess implements AutoCloseable {

    private final DataSource dataSource;
    private final @Nullable Database own;
    private final @Nullable DataDirectory directory;

    private DatabaseAccess(DataSource dataSource, @Nullable Database own, @Nullable DataDirectory directory) {
        this.dataSource = dataSource;
        this.own = own;
        this.directory = directory;
    }

    /**
     * Opens the way.
     *
     * @param alone refuse if a Clarion runs on the data directory
     * @param make make the data directory if it is not there
     * @throws LauncherFailure if there is none
     */
    static DatabaseAccess open(Configuration configuration, Path data, boolean alone, boolean make) {
        Optional<String> url = configuration.get("clarion.db.url");
        if (url.isPresent()) {
            return new DatabaseAccess(
                    dataSource(
                            url.get(),
                            configuration.get("clarion.db.user").orElse(Database.NAME),
                            configuration.get("clarion.db.password-file").map(Path::of)),
                    null,
                    null);
        }
        if (!make && !Files.exists(data.resolve("database/data/postgresql.conf"))) {
            throw LauncherFailure.usage("There is no database in " + data.toAbsolutePath()
                    + "; name the data directory with --data DIR, or your own database with --config FILE.");
        }
        if (!alone && DataDirectory.isInUse(data)) {
            return ofRunning(data);
        }
        DataDirectory directory = DataDirectory.open(data);
        try {
            Database database = Database.start(directory);
            return new DatabaseAccess(
                    dataSource(database.url(), Database.NAME, Optional.of(database.passwordFile())),
                    database,
                    directory);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static DatabaseAccess ofRunning(Path data) {
        Path file = data.resolve("run/server.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LauncherFailure("The Clarion on " + data + " is only starting (" + file
                    + " is not there yet); try again in a moment.");
        }
        return new DatabaseAccess(
                dataSource(
                        properties.getProperty("clarion.db.url", ""),
                        properties.getProperty("clarion.db.user", Database.NAME),
                        Optional.ofNullable(properties.getProperty("clarion.db.password-file"))
                                .map(Path::of)),
                null,
                null);
    }

    private static DataSource dataSource(String url, String user, Optional<Path> passwordFile) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        try {
            dataSource.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw LauncherFailure.usage("'" + url + "' (clarion.db.url) is not the URL of a PostgreSQL database.");
        }
        dataSource.setUser(user);
        passwordFile.ifPresent(file -> dataSource.setPassword(DataDirectory.read(file)));
        dataSource.setApplicationName("clarion-launcher");
        dataSource.setConnectTimeout(10);
        try {
            dataSource.getConnection().close();
        } catch (SQLException e) {
            throw new LauncherFailure(
                    "The database at " + url.replaceFirst("\\?.*", "") + " cannot be used (" + e.getMessage() + ").");
        }
        return dataSource;
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        if (own != null) {
            own.stop();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
