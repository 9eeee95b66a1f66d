package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.Path;
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
                .family(Metric.BUILD_INFO)
                .sample(Metric.BUILD_INFO, 1, "say \"x\"\n\\", "all")
                .single(Metric.PXGRID_LAG, 0.25)
                .single(Metric.USERS, null)
                .toString();
        assertEquals("""
                # HELP clarion_build_info Always 1; the labels tell the version and the role.
                # TYPE clarion_build_info gauge
                clarion_build_info{version="say \\"x\\"\\n\\\\",role="all"} 1
                # HELP clarion_pxgrid_lag_seconds From receipt to commit of the latest batch.
                # TYPE clarion_pxgrid_lag_seconds gauge
                clarion_pxgrid_lag_seconds 0.25
                """, text);
    }

    @Test
    void refusesASampleWithoutTheLabelsOfItsMetric() {
        MetricsText text = new MetricsText();
        assertThrows(IllegalArgumentException.class, () -> text.sample(Metric.PXGRID_STATE, 1));
        assertThrows(IllegalArgumentException.class, () -> text.sample(Metric.USERS, 1, "more"));
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
