package clarion.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Chromium;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Npm;
import clarion.it.harness.World;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The console in a real browser, in front of a real Clarion with a living campus: runs the tests of
 * {@code webapp-ui/e2e}. A machine without Chromium fails, and is told what to install; nothing is skipped in silence.
 */
class BrowserIT {

    @Test
    void passesItsOwnTestsInChromium() {
        Path chromium = Chromium.executable();
        try (World world = World.start(
                "world-browser",
                campus -> campus.devices(300).eventRate(5).seed(3),
                settings -> new MicroServer("browser", settings))) {
            Answer page = world.anonymous().get("/").expect(200);
            assertTrue(
                    page.body().contains("<script"),
                    () -> "the WAR holds no console; was it built with -DskipConsole? " + page);
            String words = Npm.run(
                    "browser",
                    Map.of(
                            "CLARION_URL",
                            world.clarion().base().toString(),
                            "CLARION_USERNAME",
                            "admin",
                            "CLARION_PASSWORD",
                            World.ADMIN_PASSWORD,
                            "CHROMIUM",
                            chromium.toString()),
                    "run",
                    "e2e");
            assertTrue(words.contains("# pass ") && !words.contains("# pass 0"), () -> "nothing ran: " + words);
        }
    }
}
