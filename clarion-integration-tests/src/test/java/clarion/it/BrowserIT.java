package clarion.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import clarion.it.harness.Answer;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Project;
import clarion.it.harness.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The console in a real browser, in front of a real Clarion with a living campus: runs the tests of
 * {@code webapp-ui/e2e}. A machine without Chromium fails, and is told what to install; nothing is skipped in silence.
 */
class BrowserIT {

    private static final int MINUTES = 8;

    @Test
    void passesItsOwnTestsInChromium() throws IOException, InterruptedException {
        Path chromium = chromium();
        Path console = Project.root().resolve("webapp-ui");
        assertTrue(
                Files.isDirectory(console.resolve("node_modules")),
                () -> "the console's packages are missing: run npm ci in " + console);
        try (World world = World.start(
                "world-browser",
                campus -> campus.devices(300).eventRate(5).seed(3),
                settings -> new MicroServer("browser", settings))) {
            Answer page = world.anonymous().get("/").expect(200);
            assertTrue(
                    page.body().contains("<script"),
                    () -> "the WAR holds no console; was it built with -DskipConsole? " + page);
            Path log = Project.work("logs").resolve("browser.log");
            ProcessBuilder command = new ProcessBuilder("npm", "run", "e2e")
                    .directory(console.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            command.environment().put("CLARION_URL", world.clarion().base().toString());
            command.environment().put("CLARION_USERNAME", "admin");
            command.environment().put("CLARION_PASSWORD", World.ADMIN_PASSWORD);
            command.environment().put("CHROMIUM", chromium.toString());
            Process tests = command.start();
            try {
                if (!tests.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    fail("the browser tests did not end within " + MINUTES + " minutes; see " + log);
                }
                String words = Files.readString(log);
                assertTrue(tests.exitValue() == 0, () -> "the browser tests failed; see " + log + "\n" + words);
                assertTrue(words.contains("# pass ") && !words.contains("# pass 0"), () -> "nothing ran; see " + log);
            } finally {
                tests.descendants().forEach(ProcessHandle::destroyForcibly);
                tests.destroyForcibly();
            }
        }
    }

    private static Path chromium() {
        Stream<String> named =
                Stream.of("CHROMIUM", "CLARION_BROWSER").map(System::getenv).filter(Objects::nonNull);
        Stream<String> usual = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> folder + "/" + name));
        return Stream.concat(named, usual)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(
                        () -> fail("Chromium is missing: install the package chromium, or set CHROMIUM to a browser"));
    }
}
