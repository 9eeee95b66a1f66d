package clarion.web.metrics;

import clarion.ejb.connectors.ReconcileRun;
import clarion.ejb.connectors.TopicLedger;
import clarion.pxgrid.ConnectorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The connection to ISE in figures: how it is doing, from memory; and per topic what was received and what became of
 * it, from the database, so that these totals survive a restart.
 */
final class PxGridMetrics {

    private PxGridMetrics() {}

    static void writeConnection(MetricsText text, ConnectorStatus connector, Instant now) {
        text.family(Metric.PXGRID_STATE);
        for (ConnectorStatus.State state : ConnectorStatus.State.values()) {
            text.sample(Metric.PXGRID_STATE, state == connector.state() ? 1 : 0, state.name());
        }
        boolean connected = switch (connector.state()) {
            case LIVE, SYNCING, DEGRADED -> true;
            default -> false;
        };
        ConnectorStatus.Counters counters = connector.counters();
        Long lag = connector.lagMillis();
        Instant stale = connector.staleSince();
        text.single(Metric.PXGRID_CONNECTED, connected ? 1 : 0)
                .single(Metric.PXGRID_MESSAGES, counters.messages())
                .single(Metric.PXGRID_RECONNECTS, counters.reconnects())
                .single(Metric.PXGRID_QUEUE_DEPTH, counters.queued())
                .single(Metric.PXGRID_LAG, lag == null ? null : lag / 1e3)
                .single(Metric.PXGRID_STALE, stale == null ? 0 : age(stale, now))
                .single(Metric.PXGRID_LAST_EVENT, seconds(connector.lastEventAt()))
                .single(Metric.PXGRID_LAST_RECEIVED, seconds(connector.lastReceivedAt()));
        writeCertificate(text, connector.certificate(), now);
        writeTopicStates(text, connector.topics(), now);
    }

    private static void writeCertificate(
            MetricsText text, ConnectorStatus.@Nullable Certificate certificate, Instant now) {
        if (certificate != null) {
            Duration left = Duration.between(now, certificate.notAfter());
            text.single(Metric.PXGRID_CERTIFICATE_NOT_AFTER, seconds(certificate.notAfter()))
                    .single(
                            Metric.PXGRID_CERTIFICATE_DAYS_LEFT,
                            left.toSeconds() / (double) Duration.ofDays(1).toSeconds());
        }
    }

    private static void writeTopicStates(MetricsText text, List<ConnectorStatus.TopicStatus> topics, Instant now) {
        text.family(Metric.PXGRID_TOPIC_LIVE);
        topics.forEach(topic -> text.sample(
                Metric.PXGRID_TOPIC_LIVE, topic.state() == ConnectorStatus.TopicState.LIVE ? 1 : 0, topic.topic()));
        text.family(Metric.PXGRID_LAST_EVENT_AGE);
        topics.forEach(topic -> {
            if (topic.lastEventAt() != null) {
                text.sample(Metric.PXGRID_LAST_EVENT_AGE, age(topic.lastEventAt(), now), topic.topic());
            }
        });
    }

    static void writeTopics(MetricsText text, List<TopicLedger> topics) {
        each(text, topics, Metric.PXGRID_RECEIVED, TopicLedger::received);
        each(text, topics, Metric.PXGRID_APPLIED, TopicLedger::applied);
        each(text, topics, Metric.PXGRID_DUPLICATES, TopicLedger::duplicates);
        each(text, topics, Metric.PXGRID_SUPERSEDED, TopicLedger::superseded);
        each(text, topics, Metric.PXGRID_RECOVERED, TopicLedger::recovered);
        each(text, topics, Metric.PXGRID_QUARANTINED, TopicLedger::quarantined);
        each(text, topics, Metric.PXGRID_OPEN_GAPS, TopicLedger::openGaps);
        each(text, topics, Metric.PXGRID_RECONCILE_MISSING, topic -> of(topic.lastReconcile(), ReconcileRun::missing));
        each(
                text,
                topics,
                Metric.PXGRID_RECONCILE_DIFFERENT,
                topic -> of(topic.lastReconcile(), ReconcileRun::different));
        each(
                text,
                topics,
                Metric.PXGRID_RECONCILE_AT,
                topic -> topic.lastReconcile() == null
                        ? null
                        : seconds(topic.lastReconcile().at()));
    }

    private static void each(
            MetricsText text, List<TopicLedger> topics, Metric metric, Function<TopicLedger, @Nullable Number> value) {
        text.family(metric);
        topics.forEach(topic -> {
            Number now = value.apply(topic);
            if (now != null) {
                text.sample(metric, now, topic.topic());
            }
        });
    }

    private static @Nullable Number of(@Nullable ReconcileRun run, ToLongFunction<ReconcileRun> figure) {
        return run == null ? null : figure.applyAsLong(run);
    }

    private static double age(Instant since, Instant now) {
        return Duration.between(since, now).toMillis() / 1e3;
    }

    private static @Nullable Double seconds(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli() / 1e3;
    }
}
