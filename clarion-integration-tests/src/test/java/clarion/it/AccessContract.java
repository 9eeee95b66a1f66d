package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Api;
import clarion.it.harness.OpenApi;
import clarion.it.harness.World;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what, and how a caller proves who it is. */
interface AccessContract extends Contract {

    @Test
    default void refusesAnAnonymousCallerOnEveryPath() {
        List<OpenApi.Operation> operations = OpenApi.of(world().viewer()).operations();
        assertTrue(
                operations.size() >= 20,
                () -> "the document names too few operations to prove anything: " + operations);
        Stream<OpenApi.Operation> guarded = operations.stream()
                .filter(route -> !route.equals(new OpenApi.Operation("GET", "/api/health")))
                .filter(route -> !route.equals(new OpenApi.Operation("POST", "/api/v1/access/login")));
        Stream<OpenApi.Operation> others = Stream.of(
                        "/api", "/api/", "/api/v1", "/api/v1/nothing", "/metrics", "/openapi")
                .map(path -> new OpenApi.Operation("GET", path));
        assertAll(Stream.concat(guarded, others)
                .map(route -> () -> Contract.assertProblem(
                        401, "unauthenticated", world().anonymous().call(route.method(), route.path(), "", ""))));
    }

    @Test
    default void answersTheAnonymousOnlyAboutHealth() {
        world().anonymous().get("/api/health").expect(200);
        world().anonymous().get("/health/live").expect(200);
    }

    @Test
    default void refusesACallerWithoutTheRole() {
        assertAll(
                () -> Contract.assertProblem(403, "forbidden", world().viewer().get("/api/v1/audit")),
                () -> Contract.assertProblem(403, "forbidden", world().viewer().get("/api/v1/access/accounts")),
                () -> Contract.assertProblem(
                        403,
                        "forbidden",
                        world().viewer()
                                .post(
                                        "/api/v1/access/accounts",
                                        "{\"username\":\"mallory\",\"roles\":[\"administrator\"],"
                                                + "\"password\":\"a long enough one\"}")),
                () -> Contract.assertProblem(
                        403, "forbidden", world().viewer().post("/api/v1/connectors/pxgrid/stop", "")),
                () -> Contract.assertProblem(
                        403, "forbidden", world().viewer().get("/api/v1/connectors/pxgrid/quarantine")));
        assertEquals("LIVE", world().status().getJsonObject("connector").getString("state"));
    }

    @Test
    default void givesAViewerWhatAViewerMaySee() {
        JsonObject me = world().viewer().get("/api/v1/access/me").expect(200).json();
        assertEquals("lena", me.getString("username"));
        assertEquals("token", me.getString("via"));
        assertEquals("[\"viewer\"]", me.getJsonArray("roles").toString());
        world().viewer().get("/api/v1/sessions?limit=1").expect(200);
    }

    @Test
    default void givesTheConsoleACookieThatNoScriptCanReadAndNoOtherSiteCanUse() {
        Answer login = world().logIn("admin", World.ADMIN_PASSWORD).expect(200);
        String cookie = login.header("Set-Cookie");
        assertTrue(cookie.startsWith("clarion_session="), cookie);
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Strict"), cookie);
        Api console = world().anonymous().with("Cookie", World.sessionCookie(login));
        assertEquals(
                "session", console.get("/api/v1/access/me").expect(200).json().getString("via"));

        String token = "{\"name\":\"from another site\"}";
        Contract.assertProblem(403, "csrf-rejected", console.post("/api/v1/access/tokens", token));
        Contract.assertProblem(
                403, "csrf-rejected", console.with("X-CSRF-Token", "guess").post("/api/v1/access/tokens", token));

        Api own = console.with("X-CSRF-Token", login.json().getString("csrfToken"));
        own.post("/api/v1/access/logout", "").expect(204);
        Contract.assertProblem(401, "unauthenticated", console.get("/api/v1/access/me"));
    }

    @Test
    default void forgetsATokenAtOnceWhenItIsRevoked() {
        JsonObject made = world().administrator()
                .post("/api/v1/access/tokens", "{\"name\":\"short-lived\"}")
                .expect(201)
                .json();
        Api caller = world().anonymous().withToken(made.getString("token"));
        caller.get("/api/v1/sessions?limit=1").expect(200);
        world().administrator()
                .delete("/api/v1/access/tokens/" + made.getString("id"))
                .expect(204);
        Contract.assertProblem(401, "unauthenticated", caller.get("/api/v1/sessions?limit=1"));
        assertFalse(world().administrator()
                .get("/api/v1/access/tokens")
                .expect(200)
                .body()
                .contains(made.getString("token")));
    }

    @Test
    default void refusesWrongPasswordsAndSlowsDownWhoeverKeepsTrying() {
        Contract.assertProblem(401, "bad-credentials", world().logIn("nobody", "wrong, and long enough"));
        Answer last = clarion.it.harness.Until.holds(
                "guessing is throttled",
                Duration.ofSeconds(60),
                () -> world().logIn("nobody", "wrong, and long enough"),
                answer -> answer.status() == 429);
        Contract.assertProblem(429, "too-many-attempts", last);
        assertTrue(Integer.parseInt(last.header("Retry-After")) > 0, last::toString);
    }

    @Test
    default void remembersEveryChangeInTheAuditRecord() {
        String name = "audited-" + System.nanoTime();
        world().administrator()
                .post("/api/v1/access/tokens", "{\"name\":\"" + name + "\"}")
                .expect(201);
        Answer audit = world().administrator().get("/api/v1/audit?limit=1000").expect(200);
        JsonObject entry = audit.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.toString().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry about " + name + " in " + audit));
        assertEquals("admin", entry.getString("actor"));
        assertEquals("127.0.0.1", entry.getString("remoteAddress"));
        assertFalse(entry.getString("action").isBlank());
        assertFalse(entry.getString("at").isBlank());
        assertFalse(entry.getString("requestId").isBlank());
    }
}
