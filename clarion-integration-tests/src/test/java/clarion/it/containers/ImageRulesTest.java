package clarion.it.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every Dockerfile keeps to, by its text. */
class ImageRulesTest {

    private static final Pattern BASE = Pattern.compile("(?m)^ARG (\\w+_IMAGE)=(\\S+)$");

    static Stream<Path> dockerfiles() throws IOException {
        Path docker = Project.root().resolve("docker");
        try (Stream<Path> paths = Files.walk(docker)) {
            List<Path> found = paths.filter(
                            path -> path.getFileName().toString().equals("Dockerfile"))
                    .sorted()
                    .toList();
            assertTrue(found.size() >= 5, found::toString);
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void runsAsClarionsOwnUser(Path dockerfile) throws IOException {
        List<String> last = lastStage(dockerfile);
        List<String> users =
                last.stream().filter(line -> line.startsWith("USER ")).toList();
        assertEquals(List.of("USER 10001:10001"), users);
        int user = last.indexOf("USER 10001:10001");
        assertFalse(last.subList(user, last.size()).stream().anyMatch(line -> line.matches("(RUN|COPY|ADD) .*")));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void knowsWhetherItIsWellAndSaysWhatItIs(Path dockerfile) throws IOException {
        String last = String.join("\n", lastStage(dockerfile));
        assertAll(
                () -> assertTrue(last.contains("HEALTHCHECK "), "HEALTHCHECK"),
                () -> assertTrue(last.contains("ENTRYPOINT [\""), "an ENTRYPOINT without a shell"),
                () -> assertTrue(last.contains("EXPOSE "), "EXPOSE"));
        for (String label : List.of("title", "description", "licenses", "version", "revision")) {
            assertTrue(last.contains("org.opencontainers.image." + label + "="), label);
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void takesItsBasesAsArgumentsAndNeverTheNewestOne(Path dockerfile) throws IOException {
        String text = Files.readString(dockerfile);
        Matcher bases = BASE.matcher(text);
        int count = 0;
        while (bases.find()) {
            count++;
            assertTrue(bases.group(2).matches("[a-z0-9./_-]+:[0-9]+\\.[0-9]+\\S*"), bases.group(2));
        }
        assertTrue(count > 0, "no base as an argument");
        Matcher from = Pattern.compile("(?m)^FROM (\\S+)").matcher(text);
        while (from.find()) {
            assertTrue(from.group(1).matches("\\$\\{\\w+_IMAGE}"), from.group(1));
        }
        assertFalse(text.startsWith("# syntax"), "a frontend from elsewhere");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void bringsNoSecretAndNothingFromTheNetwork(Path dockerfile) throws IOException {
        for (String line : Files.readAllLines(dockerfile)) {
            assertFalse(line.matches("(?i)\\s*(ENV|ARG)\\s.*(password|secret|token|_key)\\b.*"), line);
            assertFalse(line.matches("(?i)(ADD|.*\\b(curl|wget))\\s.*https?://.*"), line);
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void seesOfTheProjectOnlyWhatItNames(Path dockerfile) throws IOException {
        List<String> ignored = Files.readAllLines(dockerfile.resolveSibling("Dockerfile.dockerignore"));
        assertEquals("*", ignored.get(0));
    }

    private static List<String> lastStage(Path dockerfile) throws IOException {
        List<String> lines = Files.readAllLines(dockerfile);
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("FROM ")) {
                from = i;
            }
        }
        return lines.subList(from, lines.size());
    }
}
