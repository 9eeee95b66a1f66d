package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    @Path("v1/things")
    static class Resource {
        @Path("{id : [0-9]{1,18}}/parts/{part}")
        void part() {}

        void list() {}
    }

    @Test
    void writesTheTextFormat() {
        String text = new MetricsText()
                .family("a_total", "counter", "Line\nand \\.")
                .sample("a_total", Map.of("l", "say \"x\"\n\\"), 3)
                .gauge("b", "B.", 0.25)
                .gauge("c", "C.", null)
                .toString();
        assertEquals("""
                # HELP a_total Line\\nand \\\\.
                # TYPE a_total counter
                a_total{l="say \\"x\\"\\n\\\\"} 3
                # HELP b B.
                # TYPE b gauge
                b 0.25
                """, text);
    }

    @Test
    void countsRequestsInCumulativeBuckets() {
        HttpMetrics metrics = new HttpMetrics();
        metrics.record("/api/v1/x", "GET", 200, 4_000_000);
        metrics.record("/api/v1/x", "GET", 200, 40_000_000);
        metrics.record("/api/v1/x", "GET", 200, 40_000_000_000L);
        metrics.record("/api/v1/x", "BREW", 405, 1);
        MetricsText text = new MetricsText();
        metrics.writeTo(text);
        String labels = "{route=\"/api/v1/x\",method=\"GET\",status=\"200\"";
        String name = "clarion_http_request_duration_seconds";
        assertTrue(text.toString().contains(name + "_bucket" + labels + ",le=\"0.005\"} 1\n"), text.toString());
        assertTrue(text.toString().contains(name + "_bucket" + labels + ",le=\"0.05\"} 2\n"), text.toString());
        assertTrue(text.toString().contains(name + "_bucket" + labels + ",le=\"+Inf\"} 3\n"), text.toString());
        assertTrue(text.toString().contains(name + "_count" + labels + "} 3\n"), text.toString());
        assertTrue(text.toString().contains("method=\"other\",status=\"405\""), text.toString());
    }

    @Test
    void namesARouteByItsTemplate() throws NoSuchMethodException {
        assertEquals(
                "/api/v1/things/{id}/parts/{part}", Route.of(Resource.class, Resource.class.getDeclaredMethod("part")));
        assertEquals("/api/v1/things", Route.of(Resource.class, Resource.class.getDeclaredMethod("list")));
    }
}
