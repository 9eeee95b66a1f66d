package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built parts lie, and where the tests may write. */
public final class Project {

    private Project() {}

    /** The project's top folder. */
    public static Path root() {
        return Path.of(System.getProperty("clarion.it.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** A folder of the build for servers, data and logs; it is created. */
    public static Path work(String name) {
        Path work = Path.of(System.getProperty("clarion.it.work", "target/servers"))
                .toAbsolutePath()
                .normalize()
                .resolve(name);
        try {
            return Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The EAR for Payara Server and WildFly. */
    public static Path ear() {
        return built("clarion-ear/target/clarion.ear");
    }

    /** The WAR for Payara Micro. */
    public static Path war() {
        return built("clarion-micro/target/clarion.war");
    }

    /** A script or file under {@code server-config}. */
    public static Path serverConfig(String path) {
        return built("server-config/" + path);
    }

    private static Path built(String path) {
        Path file = root().resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    file + " is missing: run ./mvnw verify -DskipITs=false from the top folder");
        }
        return file;
    }
}
