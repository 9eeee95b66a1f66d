package clarion.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Where the built parts of Clarion lie.
 *
 * @param home top folder of the project, from the system property {@code clarion.home}
 */
record Installation(Path home) {

    static Installation here() {
        String home = System.getProperty("clarion.home");
        if (home == null) {
            throw new LauncherFailure("The launcher is started by ./clarion, which tells it where Clarion is.");
        }
        return new Installation(Path.of(home).toAbsolutePath().normalize());
    }

    Path payaraMicro() {
        return built("clarion-launcher/target/runtime/payara-micro.jar");
    }

    Path application() {
        return built("clarion-micro/target/clarion.war");
    }

    Path simulator() {
        return built("clarion-ise-simulator/target/clarion-ise-simulator.jar");
    }

    /** Asadmin commands that Payara Micro runs before it starts its services. */
    Path preBootCommands() {
        return built("server-config/payara/micro-preboot.asadmin");
    }

    /** The migrations of the database, taken out of the application and put into a directory. */
    void unpackMigrations(Path directory) {
        try (ZipFile war = new ZipFile(application().toFile())) {
            ZipEntry services = war.stream()
                    .filter(entry -> entry.getName().matches("WEB-INF/lib/clarion-ejb[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new LauncherFailure(application() + " has no clarion-ejb in it."));
            try (ZipInputStream jar = new ZipInputStream(war.getInputStream(services))) {
                for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                    if (entry.getName().matches("db/migration/[A-Za-z0-9_]+\\.sql")) {
                        Files.copy(
                                jar, directory.resolve(Path.of(entry.getName()).getFileName()));
                    }
                }
            }
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The migrations cannot be taken out of " + application() + " (" + DataDirectory.reason(e) + ").");
        }
    }

    /** The data directory that a command is about. */
    Path data(CommandLine line, Configuration configuration) {
        return line.path("--data")
                .or(() -> configuration.get(Configuration.DATA).map(Path::of))
                .orElse(home.resolve(".clarion"));
    }

    /** Version of this release, or {@code development} where it was not packaged. */
    static String version() {
        return Objects.requireNonNullElse(Installation.class.getPackage().getImplementationVersion(), "development");
    }

    /** The Java that runs the launcher also runs its children. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path built(String path) {
        Path file = home.resolve(path);
        if (!Files.exists(file)) {
            throw new LauncherFailure(file + " is missing; ./clarion builds it, or run ./mvnw package.");
        }
        return file;
    }
}
