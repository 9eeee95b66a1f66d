package clarion.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HealthDocumentTest {

    @Test
    void isDownAsSoonAsOneCheckIs() {
        HealthDocument document = HealthDocument.of(List.of(
                new HealthCheckResponse("clarion", Status.UP, Optional.empty()),
                new HealthCheckResponse("database", Status.DOWN, Optional.of(Map.of("version", "1")))));
        assertFalse(document.up());
        assertEquals(
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"clarion\",\"status\":\"UP\"},"
                        + "{\"name\":\"database\",\"status\":\"DOWN\",\"data\":{\"version\":\"1\"}}]}",
                document.json());
    }

    @Test
    void isUpWithoutChecks() {
        assertTrue(HealthDocument.of(List.of()).up());
    }
}
