package clarion.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL: real server binaries, data that lasts, {@code fsync} on, reachable on the loopback interface
 * alone and with a password.
 */
final class Database {

    /** The application's role and the name of its database. */
    static final String NAME = "clarion";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final String LOCAL_RULES = """
            # written by the Clarion launcher
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final DataDirectory data;
    private final Path directory;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    private Database(DataDirectory data, int port) {
        this.data = data;
        this.directory = data.resolve("database/data");
        this.port = port;
    }

    /** Starts the server; at the first start makes the cluster, the role and the database. */
    static Database start(DataDirectory data) {
        Database database = new Database(data, freePort());
        database.start();
        return database;
    }

    private void start() {
        endLeftover();
        String superPassword = DataDirectory.read(data.secret("database-superuser"));
        boolean fresh = !Files.exists(directory.resolve("postgresql.conf"));
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(data.resolve("database").toFile())
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_PATIENCE)
                    .setConnectConfig("password", superPassword)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "80")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_wal_size", "512MB")
                    .setServerConfig("unix_socket_directories", "")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setErrorRedirector(log())
                    .setOutputRedirector(log())
                    .start();
            prepare(server, superPassword);
        } catch (IOException | SQLException | RuntimeException e) {
            stop();
            String hint = fresh ? "" : " The data of the last start is untouched.";
            throw new LauncherFailure("The embedded PostgreSQL does not start in " + directory + " (" + rootReason(e)
                    + "); see " + data.resolve("logs/database.log") + "." + hint);
        }
    }

    private ProcessBuilder.Redirect log() {
        return ProcessBuilder.Redirect.appendTo(
                data.resolve("logs/database.log").toFile());
    }

    private void prepare(EmbeddedPostgres postgres, String superPassword) throws SQLException, IOException {
        String password = DataDirectory.read(data.secret("database"));
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Both passwords come from the launcher's own generator: letters, digits, '-' and '_' only.
            statement.execute("ALTER ROLE postgres PASSWORD '" + superPassword + "'");
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN");
            }
            statement.execute("ALTER ROLE " + NAME + " PASSWORD '" + password + "'");
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
            Path rules = directory.resolve("pg_hba.conf");
            if (!Files.readString(rules).equals(LOCAL_RULES)) {
                Files.writeString(rules, LOCAL_RULES);
                statement.execute("SELECT pg_reload_conf()");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Where the application finds its database. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    Path passwordFile() {
        return data.secret("database");
    }

    /** True while the postmaster lives. */
    boolean isAlive() {
        return postmaster().isPresent();
    }

    /** Starts the server again on the same port, after it was killed. */
    void restart() {
        stop();
        start();
    }

    /** Stops the server: sessions are cut, everything committed is on disk. */
    void stop() {
        postmaster().ifPresent(Database::endPostmaster);
        EmbeddedPostgres stopped = server;
        server = null;
        if (stopped != null) {
            try {
                stopped.close();
            } catch (IOException e) {
                // it has ended already; what is left to close are locks that go with the process
            }
        }
    }

    private void endLeftover() {
        postmaster().ifPresent(Database::endPostmaster);
    }

    /** The running postmaster of this data directory, if any: its pid file, held against the living process. */
    private Optional<ProcessHandle> postmaster() {
        Path pidFile = directory.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isPostgres);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private boolean isPostgres(ProcessHandle handle) {
        return handle.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    /** SIGINT is PostgreSQL's fast shutdown; Java's own destroy would send SIGTERM, which waits for clients. */
    private static void endPostmaster(ProcessHandle postmaster) {
        signal(postmaster, "-INT");
        if (!ended(postmaster, STOP_PATIENCE)) {
            signal(postmaster, "-QUIT");
            if (!ended(postmaster, Duration.ofSeconds(10))) {
                postmaster.destroyForcibly();
                ended(postmaster, Duration.ofSeconds(5));
            }
        }
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle handle, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (handle.isAlive() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !handle.isAlive();
            }
        }
        return !handle.isAlive();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LauncherFailure("No free port for the embedded PostgreSQL (" + DataDirectory.reason(e) + ").");
        }
    }

    private static String rootReason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
