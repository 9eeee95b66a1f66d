package clarion.web.metrics;

import clarion.ejb.queue.Progress;
import clarion.ejb.queue.QueueBoard;
import clarion.ejb.queue.QueueStatus;
import java.util.Locale;

/** The message queue, where it is on; how far it is stored comes from the database, so every process tells the same. */
final class QueueMetrics {

    private QueueMetrics() {}

    static void write(MetricsText text, QueueStatus queue) {
        if (!queue.on()) {
            return;
        }
        Progress progress = queue.progress();
        if (progress != null) {
            text.single(Metric.QUEUE_OFFSET, progress.offset());
            text.family(Metric.QUEUE_ENTRIES)
                    .sample(Metric.QUEUE_ENTRIES, progress.stored(), "stored")
                    .sample(Metric.QUEUE_ENTRIES, progress.repeated(), "repeated")
                    .sample(Metric.QUEUE_ENTRIES, progress.refused(), "refused");
        }
        QueueBoard.Publishing publishing = queue.publishing();
        if (publishing != null) {
            text.single(Metric.QUEUE_CONFIRMED, publishing.confirmed());
            text.single(Metric.QUEUE_PUBLISHER_UP, publishing.connected() ? 1 : 0);
        }
        QueueBoard.Consuming consuming = queue.consuming();
        if (consuming != null) {
            text.family(Metric.QUEUE_CONSUMER)
                    .sample(Metric.QUEUE_CONSUMER, 1, consuming.state().name().toLowerCase(Locale.ROOT));
            Long lag = consuming.lagMillis();
            text.single(Metric.QUEUE_LAG, lag == null ? null : lag / 1e3);
        }
    }
}
