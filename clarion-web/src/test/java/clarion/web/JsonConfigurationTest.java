package clarion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class JsonConfigurationTest {

    public record View(String zeta, @Nullable String absent, Instant alpha, boolean live, List<String> items) {}

    @Test
    void writesRecordsInOneOrderWithoutWhatIsAbsent() {
        var view = new View("z", null, Instant.parse("2026-11-23T10:00:00.5Z"), true, List.of());
        assertEquals(
                "{\"alpha\":\"2026-11-23T10:00:00.500Z\",\"items\":[],\"live\":true,\"zeta\":\"z\"}",
                JsonConfiguration.jsonb().toJson(view));
    }

    @Test
    void readsRecords() {
        View view = JsonConfiguration.jsonb()
                .fromJson("{\"live\":true,\"alpha\":\"2026-11-23T10:00:00Z\",\"items\":[\"a\"]}", View.class);
        assertEquals(Instant.parse("2026-11-23T10:00:00Z"), view.alpha());
        assertEquals(List.of("a"), view.items());
    }
}
