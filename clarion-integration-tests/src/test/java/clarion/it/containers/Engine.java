package clarion.it.containers;

import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The private Docker engine of {@code docker/engine}. */
final class Engine {

    /** What {@code docker/engine} ends with where no engine can be had. */
    private static final int NOT_HERE = 77;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path home;

    private Engine(Path home) {
        this.home = home;
    }

    /**
     * Brings the engine up, or says aloud that none can be had on this machine and leaves the test out.
     *
     * @param bases the base images that are needed
     */
    static Engine start(String... bases) {
        Path home = Project.work("engine");
        List<String> command = new ArrayList<>(List.of("docker/engine", "up", home.toString()));
        command.addAll(List.of(bases));
        Shell.Outcome outcome = new Shell(Map.of()).run(PATIENCE, command);
        if (outcome.exit() == NOT_HERE) {
            Tools.leftOut("no container engine can be had here, so the images were NOT built and the product was NOT"
                    + " run in containers (" + outcome.words().strip().replace('\n', ' ') + ")");
        }
        outcome.orFail();
        return new Engine(home);
    }

    /** What points a docker client at the engine. */
    Map<String, String> environment() {
        return Map.of(
                "DOCKER_HOST",
                "unix://" + home.resolve("docker.sock"),
                "DOCKER_CONFIG",
                home.resolve("client").toString(),
                "DOCKER_BUILDKIT",
                "1");
    }

    void stop() {
        new Shell(Map.of())
                .run(PATIENCE, "docker/engine", "down", home.toString())
                .orFail();
    }

    /** Processes, mounts and bridges that are the engine's. */
    List<String> traces() throws IOException {
        Stream<String> processes = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home + "/") && line.contains("docker"))
                .filter(line -> !line.contains("java"));
        Stream<String> mounts =
                Files.readAllLines(Path.of("/proc/mounts")).stream().filter(line -> line.contains(" " + home + "/"));
        Stream<String> bridges;
        try (Stream<Path> interfaces = Files.list(Path.of("/sys/class/net"))) {
            bridges =
                    interfaces
                            .map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("br-"))
                            .toList()
                            .stream();
        }
        return Stream.of(processes, mounts, bridges).flatMap(each -> each).toList();
    }
}
