package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.queue.Progress;
import clarion.ejb.queue.QueueBoard;
import clarion.ejb.queue.QueueStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueMetricsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void tellsHowFarTheQueueIsStoredAndWhatThisProcessDoes() {
        MetricsText text = new MetricsText();
        QueueMetrics.write(
                text,
                new QueueStatus(
                        true,
                        new Progress("s", 41, 3, 9, 0, NOON, NOON, 30, 2, 1),
                        new QueueBoard.Publishing(true, 33, NOON, 1, null),
                        new QueueBoard.Consuming(QueueBoard.Storing.STORING, 250L, 1, null)));
        String all = text.toString();
        assertTrue(all.contains("\nclarion_queue_offset 41\n"), all);
        assertTrue(all.contains("\nclarion_queue_entries_total{outcome=\"refused\"} 1\n"), all);
        assertTrue(all.contains("\nclarion_queue_confirmed_total 33\n"), all);
        assertTrue(all.contains("\nclarion_queue_consumer{state=\"storing\"} 1\n"), all);
        assertTrue(all.contains("\nclarion_queue_lag_seconds 0.25\n"), all);
    }

    @Test
    void saysNothingWhereThereIsNoQueue() {
        MetricsText text = new MetricsText();
        QueueMetrics.write(text, new QueueStatus(false, null, null, null));
        assertFalse(text.toString().contains("clarion_queue"), text.toString());
    }
}
