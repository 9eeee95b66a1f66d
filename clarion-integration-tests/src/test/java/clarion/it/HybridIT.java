package clarion.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Chromium;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Npm;
import clarion.it.harness.Scratch;
import clarion.it.harness.StaticSite;
import clarion.it.harness.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The console from elsewhere: built with {@code VITE_API_URL}, served by a server that has nothing but its files, and
 * driven in a real browser against a real Clarion, whose policy on origins the browser then enforces.
 */
class HybridIT {

    @Test
    void worksInChromiumFromAnAllowedOriginAndFromNoOther() throws IOException {
        Path chromium = Chromium.executable();
        Path files = Scratch.fresh("hybrid-console");
        try (StaticSite console = new StaticSite(files);
                StaticSite stranger = new StaticSite(files);
                World world = World.start(
                        "world-hybrid",
                        campus -> campus.devices(100).eventRate(5).seed(11),
                        settings -> new MicroServer(
                                "hybrid",
                                settings.and(
                                        "clarion.console.cors-origins",
                                        console.origin("127.0.0.1") + ", " + console.origin("localhost"))))) {
            String api = world.clarion().base().toString();
            Npm.run(
                    "hybrid-build",
                    Map.of("VITE_API_URL", api),
                    "run",
                    "build",
                    "--",
                    "--logLevel",
                    "warn",
                    "--emptyOutDir",
                    "--outDir",
                    files.toString());
            assertTrue(Files.readString(files.resolve("index.html")).contains("connect-src " + api), "no policy");

            String words = Npm.run(
                    "hybrid-browser",
                    Map.of(
                            "CLARION_URL", console.origin("127.0.0.1").toString(),
                            "CLARION_CROSS_SITE", console.origin("localhost").toString(),
                            "CLARION_STRANGER", stranger.origin("127.0.0.1").toString(),
                            "CLARION_API", api,
                            "CLARION_USERNAME", "admin",
                            "CLARION_PASSWORD", World.ADMIN_PASSWORD,
                            "CHROMIUM", chromium.toString()),
                    "run",
                    "e2e:hybrid");
            assertTrue(words.contains("# pass ") && !words.contains("# pass 0"), "nothing ran: " + words);
            assertFalse(words.contains("# skipped 1"), words);
        }
    }
}
