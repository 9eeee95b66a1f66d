package clarion.simulator.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final JsonObject SESSION = object("{\"state\":\"STARTED\",\"nasIpAddress\":\"10.0.0.1\","
            + "\"ipAddresses\":[\"10.1.0.9\"],\"port\":7,\"mdm\":{\"registered\":true},\"empty\":\"\"}");

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nasIpAddress == '10.0.0.1'",
                "nasIpAddress=='10.0.0.1' && state != 'DISCONNECTED'",
                "state == 'X' || (port > `5` && port <= `7`)",
                "!(state == 'X')",
                "!missing",
                "mdm.registered",
                "contains(ipAddresses, '10.1.0.9')",
                "starts_with(nasIpAddress, '10.')",
                "sessions[?state == 'STARTED']",
                "\"state\" == \"state\""
            })
    void passes(String filter) {
        assertTrue(Filter.parse(filter).passes(SESSION), filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state == 'X'", "missing == 'X'", "empty", "port < 'a'", "contains(state, 'Z')", "!state"})
    void holdsBack(String filter) {
        assertFalse(Filter.parse(filter).passes(SESSION), filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state ==", "state == 'X", "(state", "state 'X'", "== 'X'", "contains(a)", "`x`", "7"})
    void saysWhatIsWrong(String filter) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Filter.parse(filter))
                .getMessage());
        assertTrue(message.startsWith("invalid filter: "), message);
    }

    @Test
    void refusesToNestWithoutEnd() {
        assertThrows(IllegalArgumentException.class, () -> Filter.parse("(".repeat(100_000)));
        assertThrows(IllegalArgumentException.class, () -> Filter.parse("!".repeat(100_000) + "a"));
    }

    @Test
    void keepsTheRecordsThatPassAndTheNumberOfTheMessage() {
        Filter filter = Filter.parse("state == 'STARTED'");
        byte[] message = "{\"sequence\":4,\"sessions\":[{\"state\":\"STARTED\"},{\"state\":\"X\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "{\"sequence\":4,\"sessions\":[{\"state\":\"STARTED\"}]}",
                new String(filter.apply(message).orElseThrow(), StandardCharsets.UTF_8));
        assertTrue(Filter.parse("state == 'Y'").apply(message).isEmpty());
    }
}
