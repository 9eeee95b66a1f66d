package clarion.it.containers;

import clarion.it.harness.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that the tests of the images need; installed from Debian where that may be done, else named aloud. */
final class Tools {

    private static final Duration INSTALLING = Duration.ofMinutes(5);

    private Tools() {}

    /** A shell whose docker has compose; no engine is needed or started. */
    static Shell compose() {
        Shell plain = new Shell(Map.of());
        if (onPath("docker")
                && plain.run(Duration.ofMinutes(1), "docker", "compose", "version")
                        .passed()) {
            return plain;
        }
        Path folder = Project.work("engine");
        if (!mayInstall()) {
            leftOut("docker compose is not here, so the compose files were NOT checked");
        }
        plain.run(INSTALLING, "docker/engine", "tools", folder.toString()).orFail();
        return new Shell(Map.of("DOCKER_CONFIG", folder.resolve("client").toString()));
    }

    /** Makes sure of a program, from a Debian package. */
    static void need(String program, String debianPackage) {
        if (onPath(program)) {
            return;
        }
        if (mayInstall()) {
            new Shell(Map.of("DEBIAN_FRONTEND", "noninteractive"))
                    .run(
                            INSTALLING,
                            "sh",
                            "-c",
                            "apt-get update -qq && apt-get install -y -qq --no-install-recommends " + debianPackage);
        }
        if (!onPath(program)) {
            leftOut(program + " is not here (Debian package " + debianPackage + "), so what needs it was NOT checked");
        }
    }

    static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name")) && onPath("apt-get");
    }

    /** Says aloud what is not tested on this machine, and leaves it out. */
    static void leftOut(String what) {
        String words = "LEFT OUT: " + what + ".";
        System.err.println("\n**** " + words + "\n");
        Assumptions.abort(words);
    }

    private static boolean onPath(String program) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/sbin:/sbin";
        return Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
