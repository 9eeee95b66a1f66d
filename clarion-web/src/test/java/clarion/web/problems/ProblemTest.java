package clarion.web.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clarion.domain.ProblemType;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @Test
    void isAnRfc9457Document() {
        String json = Problem.of(ProblemType.INVALID_PARAMETER, "limit is \"0\".")
                .withMembers(Map.of("allowed", List.of(1, 1000)))
                .toJson("r-1");
        assertEquals(
                "{\"type\":\"https://clarion.example/problems/invalid-parameter\",\"title\":\"A parameter is not valid\","
                        + "\"status\":400,\"detail\":\"limit is \\\"0\\\".\",\"instance\":\"urn:clarion:request:r-1\","
                        + "\"allowed\":[1,1000]}",
                json);
    }

    @Test
    void keepsItsStandardMembersWhateverTheParametersAreCalled() {
        String json = Problem.of(ProblemType.CONFLICT, "d")
                .withMembers(Map.of("status", 200, "type", "x"))
                .toJson("r");
        try (var reader = Json.createReader(new StringReader(json))) {
            assertEquals(409, reader.readObject().getInt("status"));
        }
    }

    @Test
    void keepsASaneRequestId() {
        assertEquals("a.B-9_", RequestId.choose("a.B-9_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "x\r\nSet-Cookie: a",
                "ä",
                "1234567890123456789012345678901234567890123456789012345678901234x"
            })
    void replacesARequestIdThatCouldForgeALogLine(String offered) {
        assertNotEquals(offered, RequestId.choose(offered));
    }

    @Test
    void namesEveryStatusThatAContainerMaySend() {
        for (int status = 400; status < 600; status++) {
            assertEquals(status, HttpProblems.of(status, "").status());
        }
        assertEquals("malformed-request", HttpProblems.of(400, "").slug());
        assertEquals("conflict", HttpProblems.of(409, "").slug());
        assertEquals("unavailable", HttpProblems.of(503, "").slug());
    }
}
