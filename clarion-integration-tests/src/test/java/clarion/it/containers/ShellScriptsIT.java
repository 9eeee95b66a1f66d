package clarion.it.containers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All shell scripts of the project, by shellcheck. */
class ShellScriptsIT {

    @BeforeAll
    static void needShellcheck() {
        Tools.need("shellcheck", "shellcheck");
    }

    @Test
    void passShellcheck() throws IOException {
        List<String> scripts = scripts();
        assertTrue(scripts.size() > 20, scripts::toString);
        assertTrue(scripts.containsAll(List.of("clarion", "mvnw", "docker/engine")), scripts::toString);
        List<String> command = new ArrayList<>(List.of("shellcheck", "--external-sources"));
        command.addAll(scripts);
        new Shell(Map.of()).run(Duration.ofMinutes(3), command).orFail();
    }

    /** What is under version control or about to be, and begins like a shell script. */
    private static List<String> scripts() throws IOException {
        List<String> scripts = new ArrayList<>();
        Path root = Project.root();
        try (Stream<Path> top = Files.list(root)) {
            for (Path path : top.toList()) {
                String name = path.getFileName().toString();
                if (Files.isRegularFile(path) && isScript(path)) {
                    scripts.add(name);
                } else if (Files.isDirectory(path) && name.matches("docker|kubernetes|server-config|webapp-ui")) {
                    scripts.addAll(below(root, path));
                }
            }
        }
        return scripts;
    }

    private static List<String> below(Path root, Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().matches(".*/(node_modules|target|dist|\\.secrets)/.*"))
                    .filter(ShellScriptsIT::isScript)
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isScript(Path path) {
        try (Stream<String> lines = Files.lines(path, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().orElse("").matches("#!.*\\b(sh|bash)|# shellcheck shell=.*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
