package clarion.web.metrics;

import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.DatabaseFigures;
import clarion.ejb.health.StatusService;
import clarion.pxgrid.ConnectorStatus;
import clarion.web.events.EventHub;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that Clarion measures, as one exposition. */
@Dependent
class ClarionMetrics {

    private final StatusService status;
    private final DatabaseFigures figures;
    private final EventHub events;
    private final HttpMetrics http;

    @Inject
    ClarionMetrics(StatusService status, DatabaseFigures figures, EventHub events, HttpMetrics http) {
        this.status = status;
        this.figures = figures;
        this.events = events;
        this.http = http;
    }

    String exposition() {
        MetricsText text = new MetricsText();
        ClarionStatus now = status.status();
        writeStatus(text, now);
        figures.connections().ifPresent(byState -> {
            text.family("clarion_database_connections", "gauge", "Connections of Clarion to PostgreSQL, by state.");
            new TreeMap<>(byState)
                    .forEach((state, count) ->
                            text.sample("clarion_database_connections", Map.of("state", state), count));
        });
        figures.auditEntries()
                .ifPresent(count -> text.gauge("clarion_audit_entries", "Entries of the audit record.", count));
        text.gauge("clarion_event_streams", "Event streams that are open.", events.clientCount());
        http.writeTo(text);
        JvmMetrics.writeTo(text);
        return text.toString();
    }

    static void writeStatus(MetricsText text, ClarionStatus now) {
        text.family("clarion_build_info", "gauge", "Always 1; the labels tell the version and role.")
                .sample("clarion_build_info", new TreeMap<>(Map.of("version", now.version(), "role", now.role())), 1);
        text.gauge(
                "clarion_database_up",
                "1 while the database answers.",
                now.database().state() == ClarionStatus.Availability.UP ? 1 : 0);
        writeConnector(text, now.connector(), now.now());
        ClarionStatus.Data data = now.data();
        text.gauge("clarion_sessions_live", "Sessions that have not ended.", data.liveSessions());
        text.gauge("clarion_sessions_stored", "Sessions, live and ended.", data.sessions());
        text.gauge("clarion_devices", "Devices ever seen.", data.devices());
        text.gauge("clarion_devices_online", "Devices with a live session.", data.onlineDevices());
        text.gauge("clarion_users", "Users ever seen.", data.users());
        text.gauge("clarion_quarantined_messages", "Messages set aside and kept.", data.quarantined());
    }

    private static void writeConnector(MetricsText text, ConnectorStatus connector, Instant now) {
        text.family(
                "clarion_pxgrid_state", "gauge", "1 for the state that the connection to ISE is in, 0 for the others.");
        for (ConnectorStatus.State state : ConnectorStatus.State.values()) {
            text.sample("clarion_pxgrid_state", Map.of("state", state.name()), state == connector.state() ? 1 : 0);
        }
        ConnectorStatus.Counters counters = connector.counters();
        text.counter("clarion_pxgrid_messages_total", "STOMP messages received.", counters.messages())
                .counter("clarion_pxgrid_events_total", "Session reports received.", counters.events())
                .counter("clarion_pxgrid_applied_total", "Session reports that changed something.", counters.applied())
                .counter("clarion_pxgrid_duplicates_total", "Session reports known already.", counters.duplicates())
                .counter(
                        "clarion_pxgrid_superseded_total",
                        "Session reports older than what is stored.",
                        counters.superseded())
                .counter("clarion_pxgrid_quarantined_total", "Messages set aside.", counters.quarantined())
                .counter("clarion_pxgrid_reconnects_total", "Connections after the first.", counters.reconnects())
                .gauge("clarion_pxgrid_queue_events", "Events read and not yet committed.", counters.queued());
        Long lag = connector.lagMillis();
        text.gauge(
                "clarion_pxgrid_lag_seconds",
                "From receipt to commit of the latest batch.",
                lag == null ? null : lag / 1e3);
        text.gauge(
                "clarion_pxgrid_stale_seconds",
                "For how long what is stored may differ from ISE; 0 while it is live.",
                connector.staleSince() == null
                        ? 0
                        : Duration.between(connector.staleSince(), now).toMillis() / 1e3);
        text.gauge(
                "clarion_pxgrid_last_event_timestamp_seconds",
                "ISE's time of the newest event.",
                seconds(connector.lastEventAt()));
        text.gauge(
                "clarion_pxgrid_last_received_timestamp_seconds",
                "When anything last came from ISE.",
                seconds(connector.lastReceivedAt()));
        ConnectorStatus.Certificate certificate = connector.certificate();
        text.gauge(
                "clarion_pxgrid_certificate_not_after_timestamp_seconds",
                "When the client certificate ends.",
                certificate == null ? null : seconds(certificate.notAfter()));
    }

    private static @Nullable Double seconds(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli() / 1e3;
    }
}
