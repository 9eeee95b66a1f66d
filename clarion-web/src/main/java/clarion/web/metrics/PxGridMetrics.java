package clarion.web.metrics;

import clarion.ejb.connectors.ReconcileRun;
import clarion.ejb.connectors.TopicLedger;
import clarion.pxgrid.ConnectorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        text.family(
                "clarion_pxgrid_state", "gauge", "1 for the state that the connection to ISE is in, 0 for the others.");
        for (ConnectorStatus.State state : ConnectorStatus.State.values()) {
            text.sample("clarion_pxgrid_state", Map.of("state", state.name()), state == connector.state() ? 1 : 0);
        }
        boolean connected =
                connector.state() == ConnectorStatus.State.LIVE || connector.state() == ConnectorStatus.State.SYNCING;
        ConnectorStatus.Counters counters = connector.counters();
        text.gauge("clarion_pxgrid_connected", "1 while the stream from ISE is open.", connected ? 1 : 0)
                .counter("clarion_pxgrid_messages_total", "STOMP messages since the start.", counters.messages())
                .counter("clarion_pxgrid_reconnects_total", "Connections after the first.", counters.reconnects())
                .gauge("clarion_pxgrid_queue_depth", "Events read and not yet committed.", counters.queued());
        Long lag = connector.lagMillis();
        text.gauge(
                "clarion_pxgrid_lag_seconds",
                "From receipt to commit of the latest batch.",
                lag == null ? null : lag / 1e3);
        text.gauge(
                "clarion_pxgrid_stale_seconds",
                "For how long what is stored may differ from ISE; 0 while it is live.",
                connector.staleSince() == null ? 0 : age(connector.staleSince(), now));
        text.gauge(
                "clarion_pxgrid_last_event_timestamp_seconds",
                "ISE's time of the newest event.",
                seconds(connector.lastEventAt()));
        text.gauge(
                "clarion_pxgrid_last_received_timestamp_seconds",
                "When anything last came from ISE.",
                seconds(connector.lastReceivedAt()));
        writeCertificate(text, connector.certificate(), now);
        writeTopicStates(text, connector.topics(), now);
    }

    private static void writeCertificate(
            MetricsText text, ConnectorStatus.@Nullable Certificate certificate, Instant now) {
        if (certificate != null) {
            Duration left = Duration.between(now, certificate.notAfter());
            text.gauge(
                    "clarion_pxgrid_certificate_not_after_timestamp_seconds",
                    "When the client certificate ends.",
                    seconds(certificate.notAfter()));
            text.gauge(
                    "clarion_pxgrid_certificate_days_left",
                    "Days until the client certificate ends; negative once it has.",
                    left.toSeconds() / (double) Duration.ofDays(1).toSeconds());
        }
    }

    private static void writeTopicStates(MetricsText text, List<ConnectorStatus.TopicStatus> topics, Instant now) {
        text.family("clarion_pxgrid_topic_live", "gauge", "1 while the topic is subscribed and complete.");
        topics.forEach(topic -> text.sample(
                "clarion_pxgrid_topic_live",
                Map.of("topic", topic.topic()),
                topic.state() == ConnectorStatus.TopicState.LIVE ? 1 : 0));
        text.family("clarion_pxgrid_last_event_age_seconds", "gauge", "Since the topic's last message.");
        topics.forEach(topic -> {
            if (topic.lastEventAt() != null) {
                text.sample(
                        "clarion_pxgrid_last_event_age_seconds",
                        Map.of("topic", topic.topic()),
                        age(topic.lastEventAt(), now));
            }
        });
    }

    static void writeTopics(MetricsText text, List<TopicLedger> topics) {
        totals(text, topics, "received", "Records that came, whatever became of them.", TopicLedger::received);
        totals(text, topics, "applied", "Records that changed something.", TopicLedger::applied);
        totals(text, topics, "duplicates", "Records known already.", TopicLedger::duplicates);
        totals(text, topics, "superseded", "Records older than what is stored.", TopicLedger::superseded);
        totals(text, topics, "recovered", "Records asked for again to close a gap.", TopicLedger::recovered);
        totals(text, topics, "quarantined", "Messages set aside.", TopicLedger::quarantined);
        gauges(
                text,
                topics,
                "clarion_pxgrid_open_gaps",
                "Times in which something may have been missed, not closed.",
                TopicLedger::openGaps);
        gauges(
                text,
                topics,
                "clarion_pxgrid_last_reconcile_missing",
                "What the latest comparison with ISE found missing here.",
                topic -> of(topic.lastReconcile(), ReconcileRun::missing));
        gauges(
                text,
                topics,
                "clarion_pxgrid_last_reconcile_different",
                "What the latest comparison with ISE found different here.",
                topic -> of(topic.lastReconcile(), ReconcileRun::different));
        gauges(
                text,
                topics,
                "clarion_pxgrid_last_reconcile_timestamp_seconds",
                "When the latest comparison with ISE ended.",
                topic -> topic.lastReconcile() == null
                        ? null
                        : seconds(topic.lastReconcile().at()));
    }

    private static void totals(
            MetricsText text, List<TopicLedger> topics, String what, String help, ToLongFunction<TopicLedger> total) {
        String name = "clarion_pxgrid_" + what + "_total";
        text.family(name, "counter", help);
        topics.forEach(topic -> text.sample(name, Map.of("topic", topic.topic()), total.applyAsLong(topic)));
    }

    private static void gauges(
            MetricsText text,
            List<TopicLedger> topics,
            String name,
            String help,
            Function<TopicLedger, @Nullable Number> value) {
        text.family(name, "gauge", help);
        topics.forEach(topic -> {
            Number now = value.apply(topic);
            if (now != null) {
                text.sample(name, Map.of("topic", topic.topic()), now);
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
