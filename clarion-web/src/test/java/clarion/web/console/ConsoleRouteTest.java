package clarion.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRouteTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Set<String> FILES =
            Set.of("/index.html", "/favicon.svg", "/assets/app-3f2a.js", "/assets/app-3f2a.js.gz", "/WEB-INF/web.xml");

    private static ConsoleRoute route(String path, @Nullable String accept) {
        return ConsoleRoute.of(path, accept, FILES::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/sessions", "/devices/10:20:30:40:50:60", "/users/alice@corp.example"})
    void answersEveryPageWithTheIndexThatNobodyKeeps(String path) {
        assertEquals(new ConsoleRoute.File("/index.html", "no-store"), route(path, BROWSER));
    }

    @Test
    void letsHashedFilesBeKeptForGood() {
        assertEquals(
                new ConsoleRoute.File("/assets/app-3f2a.js", "public, max-age=31536000, immutable"),
                route("/assets/app-3f2a.js", "*/*"));
        assertEquals(new ConsoleRoute.File("/favicon.svg", "no-cache"), route("/favicon.svg", "image/*"));
    }

    @Test
    void neverAnswersAMissingFileWithAPage() {
        assertInstanceOf(ConsoleRoute.Nothing.class, route("/assets/app-0000.js", BROWSER));
        assertInstanceOf(ConsoleRoute.Nothing.class, route("/logo.png", "image/png,*/*"));
        assertInstanceOf(ConsoleRoute.Nothing.class, route("/sessions", "application/json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/META-INF/maven",
                "/a/../WEB-INF/web.xml",
                "/assets/app-3f2a.js.gz"
            })
    void keepsTheDeploymentsOwnFilesToItself(String path) {
        assertInstanceOf(ConsoleRoute.Nothing.class, route(path, BROWSER));
    }

    @Test
    void allowsNothingInlineAndNoFrame() {
        String policy = SecurityHeadersFilter.CONTENT_SECURITY_POLICY;
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(policy.contains("*"), policy);
        assertEquals("nosniff", SecurityHeadersFilter.HEADERS.get("X-Content-Type-Options"));
    }
}
