package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Api;
import clarion.it.harness.World;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A console of another origin: what browsers are told about it, and what it may do. */
interface CrossOriginContract extends Contract {

    /** None of them is {@link World#CONSOLE_ORIGIN}, and each is near to it or special. */
    List<String> STRANGERS = List.of(
            "https://evil.example",
            "null",
            "http://console.corp.example",
            "https://console.corp.example:8443",
            "https://console.corp.example.evil.example",
            "https://evil-console.corp.example",
            "https://CONSOLE.corp.example",
            "https://corp.example",
            "*");

    @Test
    default void tellsABrowserBeforehandWhatTheConsoleOfAnotherOriginMaySend() {
        assertAll(Stream.of("/api/v1/sessions", "/api/v1/access/login", "/api/v1/events", "/api/v1/access/accounts/1")
                .map(path -> () -> {
                    Answer answer =
                            preflight(World.CONSOLE_ORIGIN, path, "PATCH").expect(204);
                    assertEquals(World.CONSOLE_ORIGIN, answer.header("Access-Control-Allow-Origin"));
                    assertEquals("true", answer.header("Access-Control-Allow-Credentials"));
                    assertTrue(
                            words(answer, "Access-Control-Allow-Methods")
                                    .containsAll(Set.of("GET", "POST", "PATCH", "DELETE")),
                            answer::toString);
                    assertTrue(
                            words(answer, "Access-Control-Allow-Headers")
                                    .containsAll(Set.of("X-CSRF-Token", "Content-Type", "If-Match", "Last-Event-ID")),
                            answer::toString);
                    assertFalse(
                            words(answer, "Access-Control-Allow-Headers").contains("Authorization"), answer::toString);
                    assertTrue(words(answer, "Vary").contains("Origin"), answer::toString);
                    assertEquals("", answer.body());
                }));
    }

    @Test
    default void tellsABrowserThatNoOtherOriginMaySendAnything() {
        assertAll(STRANGERS.stream().map(origin -> () -> {
            Answer answer = preflight(origin, "/api/v1/sessions", "GET");
            Contract.assertProblem(403, "forbidden", answer);
            assertTold(answer, "");
        }));
        assertAll(Stream.of("/metrics", "/openapi", "/health", "/", "/apiary").map(path -> () -> {
            Answer answer = preflight(World.CONSOLE_ORIGIN, path, "GET");
            Contract.assertProblem(403, "forbidden", answer);
            assertTold(answer, "");
        }));
    }

    @Test
    default void letsABrowserShowTheConsoleEveryAnswerRefusalsToo() {
        Api console = signedIn().with("Origin", World.CONSOLE_ORIGIN);
        Api stranger = world().anonymous().with("Origin", World.CONSOLE_ORIGIN);
        assertAll(
                () -> assertTold(console.get("/api/v1/sessions?limit=1").expect(200), World.CONSOLE_ORIGIN),
                () -> assertTold(console.get("/api/v1/sessions?limit=0").expect(400), World.CONSOLE_ORIGIN),
                () -> assertTold(console.get("/api/v1/nothing").expect(404), World.CONSOLE_ORIGIN),
                () -> assertTold(console.delete("/api/v1/sessions").expect(403), World.CONSOLE_ORIGIN),
                () -> assertTold(stranger.get("/api/v1/sessions").expect(401), World.CONSOLE_ORIGIN),
                () -> assertTold(stranger.get("/api/health").expect(200), World.CONSOLE_ORIGIN));
    }

    @Test
    default void letsABrowserShowNothingToOtherOrigins() {
        Api console = signedIn();
        assertAll(STRANGERS.stream().map(origin -> () -> {
            Answer answer = console.with("Origin", origin).get("/api/v1/sessions?limit=1");
            assertTold(answer, "");
            assertTrue(words(answer, "Vary").contains("Origin"), answer::toString);
        }));
        assertTold(world().viewer().with("Origin", World.CONSOLE_ORIGIN).get("/metrics"), "");
        assertTold(world().anonymous().with("Origin", World.CONSOLE_ORIGIN).get("/"), "");
    }

    @Test
    default void takesChangesFromTheConsoleOfAnotherOriginWithItsTokenOnly() {
        Api browser = world().anonymous().with("Origin", World.CONSOLE_ORIGIN).with("Sec-Fetch-Site", "same-site");
        Answer login = logIn(browser).expect(200);
        assertTold(login, World.CONSOLE_ORIGIN);
        assertTrue(login.header("Set-Cookie").contains("SameSite=Strict"), login::toString);
        String csrf = login.json().getString("csrfToken");
        Api cookie = world().anonymous().with("Cookie", World.sessionCookie(login));
        String token = "{\"name\":\"made elsewhere\"}";

        Api console = cookie.with("Origin", World.CONSOLE_ORIGIN).with("Sec-Fetch-Site", "same-site");
        Contract.assertProblem(403, "csrf-rejected", console.post("/api/v1/access/tokens", token));
        console.with("X-CSRF-Token", csrf).post("/api/v1/access/tokens", token).expect(201);
        assertAll(STRANGERS.stream()
                .map(origin -> () -> Contract.assertProblem(
                        403,
                        "csrf-rejected",
                        cookie.with("Origin", origin)
                                .with("X-CSRF-Token", csrf)
                                .post("/api/v1/access/tokens", token))));
    }

    @Test
    default void saysAtTheLoginThatAnotherSiteGetsNoSession() {
        Answer answer =
                logIn(world().anonymous().with("Origin", World.CONSOLE_ORIGIN).with("Sec-Fetch-Site", "cross-site"));
        assertTrue(
                Contract.assertProblem(403, "csrf-rejected", answer)
                        .getString("detail")
                        .contains("another site"),
                answer::toString);
        assertTold(answer, World.CONSOLE_ORIGIN);
        assertEquals("", answer.header("Set-Cookie"));
    }

    @Test
    default void streamsEventsToTheConsoleOfAnotherOrigin() {
        HttpResponse<Stream<String>> stream =
                signedIn().with("Origin", World.CONSOLE_ORIGIN).open("/api/v1/events");
        try (Stream<String> lines = stream.body()) {
            assertEquals(200, stream.statusCode());
            assertEquals(
                    World.CONSOLE_ORIGIN,
                    stream.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
            assertEquals(
                    "true",
                    stream.headers()
                            .firstValue("Access-Control-Allow-Credentials")
                            .orElse(""));
            assertTrue(lines.anyMatch(line -> line.startsWith("event:")), "no event came");
        }
    }

    private Api signedIn() {
        Answer login = world().logIn("admin", World.ADMIN_PASSWORD).expect(200);
        return world().anonymous().with("Cookie", World.sessionCookie(login));
    }

    private static Answer logIn(Api caller) {
        return caller.post(
                "/api/v1/access/login", "{\"username\":\"admin\",\"password\":\"" + World.ADMIN_PASSWORD + "\"}");
    }

    private Answer preflight(String origin, String path, String method) {
        return world().anonymous()
                .with("Origin", origin)
                .with("Access-Control-Request-Method", method)
                .with("Access-Control-Request-Headers", "content-type,x-csrf-token")
                .call("OPTIONS", path, "", "");
    }

    private static void assertTold(Answer answer, String origin) {
        assertEquals(origin, answer.header("Access-Control-Allow-Origin"), answer::toString);
        assertEquals(
                origin.isEmpty() ? "" : "true", answer.header("Access-Control-Allow-Credentials"), answer::toString);
    }

    private static Set<String> words(Answer answer, String header) {
        return Set.copyOf(answer.headers().allValues(header).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .distinct()
                .toList());
    }
}
