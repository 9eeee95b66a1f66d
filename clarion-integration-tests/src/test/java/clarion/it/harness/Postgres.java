package clarion.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own, with {@code fsync} on; it can be stopped and started again with its data in place. */
public final class Postgres implements AutoCloseable {

    private static final String PASSWORD = "it-Datenbank-7f3c";

    /** The embedded server trusts everybody by default; Clarion shall need its password. */
    private static final String RULES =
            "host all postgres 127.0.0.1/32 trust\nhost all clarion 127.0.0.1/32 scram-sha-256\n";

    /** As docs/operating.md asks of a server for a large campus. */
    private static final Map<String, String> SIZED = Map.of(
            "shared_buffers", "1GB", "max_wal_size", "8GB", "checkpoint_timeout", "30min", "wal_compression", "on");

    private final int port = Ports.free();
    private final Path home;
    private final Map<String, String> further;
    private @Nullable EmbeddedPostgres running;

    /** Starts a fresh one in a folder that is not there yet. */
    public Postgres(Path home) {
        this(home, Map.of());
    }

    /** A fresh one with the memory and the write-ahead log of a server for a large campus. */
    public static Postgres sized(Path home) {
        return new Postgres(home, SIZED);
    }

    private Postgres(Path home, Map<String, String> further) {
        this.home = home;
        this.further = further;
        start();
        try (Connection admin = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE ROLE clarion LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE clarion OWNER clarion");
            Files.writeString(home.resolve("data/pg_hba.conf"), RULES);
            statement.execute("SELECT pg_reload_conf()");
            Path file = passwordFile();
            Files.writeString(file, PASSWORD + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server, at the first time with an empty cluster. */
    public void start() {
        try {
            Files.createDirectories(home);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            further.forEach(builder::setServerConfig);
            running = builder.setPort(port)
                    .setDataDirectory(home.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            home.resolve("server.log").toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            home.resolve("server.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and keeps its data. */
    public void stop() {
        EmbeddedPostgres stopping = running;
        running = null;
        if (stopping != null) {
            try {
                stopping.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends the server with no warning, as {@code kill -9} of all its processes does. */
    public void kill() {
        EmbeddedPostgres dying = running;
        running = null;
        if (dying == null) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(
                    process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
            dying.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the clocks of all its processes, as a storage that hangs does (SIGSTOP). */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            long pid = Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            Processes.signal(name, postmaster); // first: a paused postmaster starts no more children
            postmaster.descendants().forEach(child -> Processes.signal(name, child));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The URL that Clarion gets. */
    public String url() {
        return url("clarion");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password, so that tests can look for it where it must not be. */
    public String password() {
        return PASSWORD;
    }

    /** The file that holds the password. */
    public Path passwordFile() {
        return home.resolve("password");
    }

    /** A connection as Clarion's own role. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "clarion", PASSWORD);
    }

    /** The single number that a query answers. */
    public long count(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
