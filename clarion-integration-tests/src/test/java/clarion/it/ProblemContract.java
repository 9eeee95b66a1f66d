package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Api;
import org.junit.jupiter.api.Test;

/** Whatever a client does wrong, it gets a problem document that says so, and the same one from every server. */
interface ProblemContract extends Contract {

    @Test
    default void answersNonsenseWithAProblem() {
        Api caller = world().administrator();
        String tokens = "/api/v1/access/tokens";
        assertAll(
                () -> Contract.assertProblem(400, "malformed-request", caller.post(tokens, "{\"name\":")),
                () -> Contract.assertProblem(400, "malformed-request", caller.post(tokens, "[1, 2")),
                () -> Contract.assertProblem(400, "malformed-request", caller.post(tokens, "\"text\"")),
                () -> assertRefused(caller.post(tokens, "{}")),
                () -> assertRefused(caller.post(tokens, "{\"name\":\"x\",\"expiresAt\":\"yesterday\"}")),
                () -> Contract.assertProblem(404, "not-found", caller.get("/api")),
                () -> Contract.assertProblem(404, "not-found", caller.get("/api/v1/nothing")),
                () -> Contract.assertProblem(404, "not-found", caller.get("/api/v2/sessions")),
                () -> Contract.assertProblem(404, "not-found", caller.get("/api/v1/sessions/999999999999")),
                () -> Contract.assertProblem(404, "not-found", caller.get("/api/v1/users/nobody@nowhere")),
                () -> Contract.assertProblem(405, "method-not-allowed", caller.delete("/api/v1/sessions")),
                () -> Contract.assertProblem(
                        405, "method-not-allowed", caller.call("PUT", tokens, "{}", "application/json")),
                () -> Contract.assertProblem(
                        406, "not-acceptable", caller.get("/api/v1/status", "application/x-unheard-of")),
                () -> Contract.assertProblem(
                        415, "unsupported-media-type", caller.call("POST", tokens, "<name/>", "application/xml")));
    }

    /** 400, whichever of its kinds. */
    private static void assertRefused(clarion.it.harness.Answer answer) {
        String type = answer.expect(400).json().getString("type");
        Contract.assertProblem(400, type.substring(type.lastIndexOf('/') + 1), answer);
    }

    @Test
    default void takesABodyOfAnySizeWithoutFallingOver() {
        String big = "{\"name\":\"" + "x".repeat(12_000_000) + "\"}";
        int status = world().administrator().post("/api/v1/access/tokens", big).status();
        assertTrue(status == 413 || status == 400, "answered " + status);
        world().viewer().get("/api/v1/sessions?limit=1").expect(200);
    }
}
