package clarion.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

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
