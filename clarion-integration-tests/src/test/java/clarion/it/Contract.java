package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.World;
import jakarta.json.JsonObject;

/** One part of what Clarion promises, held against a running one. */
interface Contract {

    /** The running one. */
    World world();

    /** An error as RFC 9457 and Clarion's own rules want it. */
    static JsonObject assertProblem(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.mediaType(), answer::toString);
        JsonObject problem = answer.json();
        assertEquals("https://clarion.example/problems/" + slug, problem.getString("type", ""), answer::toString);
        assertEquals(status, problem.getInt("status", 0), answer::toString);
        assertFalse(problem.getString("title", "").isBlank(), answer::toString);
        assertFalse(problem.getString("detail", "").isBlank(), answer::toString);
        assertEquals(
                "urn:clarion:request:" + answer.header("X-Request-Id"),
                problem.getString("instance", ""),
                answer::toString);
        assertTrue(!answer.body().contains("Exception") && !answer.body().contains("\tat "), answer::toString);
        return problem;
    }
}
