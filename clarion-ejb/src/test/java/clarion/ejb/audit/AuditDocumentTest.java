package clarion.ejb.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditDocumentTest {

    @Test
    void writesStateAsJson() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("roles", List.of("viewer", "analyst"));
        state.put("disabled", false);
        state.put("count", 3);
        state.put("at", Instant.parse("2026-11-01T08:00:00Z"));
        assertEquals(
                "{\"roles\":[\"viewer\",\"analyst\"],\"disabled\":false,\"count\":3,\"at\":\"2026-11-01T08:00:00Z\"}",
                AuditDocument.toJson(state));
        assertNull(AuditDocument.toJson(null));
    }

    @Test
    void leavesOutTextThatIsNamedLikeASecret() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("passwordHash", "pbkdf2");
        state.put("nested", Map.of("apiToken", "clr_x"));
        state.put("passwordChanged", true);
        assertEquals(
                "{\"passwordHash\":\"(not recorded)\",\"nested\":{\"apiToken\":\"(not recorded)\"},"
                        + "\"passwordChanged\":true}",
                AuditDocument.toJson(state));
    }
}
