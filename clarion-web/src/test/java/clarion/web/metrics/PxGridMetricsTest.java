package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.connectors.ReconcileRun;
import clarion.ejb.connectors.TopicLedger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PxGridMetricsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aTopicHasItsTotalsAndItsOpenGaps() {
        MetricsText text = new MetricsText();
        ReconcileRun last = new ReconcileRun(NOON, "SCHEDULED", 100, 2, 1, 0, 4.5);
        PxGridMetrics.writeTopics(
                text,
                List.of(
                        new TopicLedger("sessions", 16, 9, 3, 3, 10, 3, 2, 1, NOON, 1, 4, last),
                        new TopicLedger("sxp-bindings", 0, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, null)));
        for (String line : List.of(
                "clarion_pxgrid_received_total{topic=\"sessions\"} 16",
                "clarion_pxgrid_applied_total{topic=\"sessions\"} 10",
                "clarion_pxgrid_duplicates_total{topic=\"sessions\"} 3",
                "clarion_pxgrid_superseded_total{topic=\"sessions\"} 2",
                "clarion_pxgrid_recovered_total{topic=\"sessions\"} 3",
                "clarion_pxgrid_quarantined_total{topic=\"sessions\"} 1",
                "clarion_pxgrid_open_gaps{topic=\"sessions\"} 1",
                "clarion_pxgrid_open_gaps{topic=\"sxp-bindings\"} 0",
                "clarion_pxgrid_last_reconcile_missing{topic=\"sessions\"} 2")) {
            assertTrue(text.toString().contains(line + "\n"), () -> line + "\nis not in\n" + text);
        }
        assertFalse(text.toString().contains("last_reconcile_missing{topic=\"sxp-bindings\"}"), text.toString());
    }
}
