package clarion.web.metrics;

import clarion.domain.ClarionException;
import clarion.ejb.connectors.LedgerService;
import clarion.ejb.connectors.TopicLedger;
import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.DatabaseFigures;
import clarion.ejb.health.StatusService;
import clarion.web.events.EventHub;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that Clarion measures, as one exposition. */
@Dependent
class ClarionMetrics {

    private final StatusService status;
    private final LedgerService topics;
    private final DatabaseFigures figures;
    private final EventHub events;
    private final HttpMetrics http;

    @Inject
    ClarionMetrics(
            StatusService status, LedgerService topics, DatabaseFigures figures, EventHub events, HttpMetrics http) {
        this.status = status;
        this.topics = topics;
        this.figures = figures;
        this.events = events;
        this.http = http;
    }

    String exposition() {
        MetricsText text = new MetricsText();
        ClarionStatus now = status.status();
        writeStatus(text, now);
        ledger().ifPresent(topics -> PxGridMetrics.writeTopics(text, topics));
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

    /** Empty while the database does not answer: no figure is better than an old one. */
    private Optional<List<TopicLedger>> ledger() {
        try {
            return Optional.of(topics.topics());
        } catch (ClarionException e) {
            return Optional.empty();
        }
    }

    static void writeStatus(MetricsText text, ClarionStatus now) {
        text.family("clarion_build_info", "gauge", "Always 1; the labels tell the version and role.")
                .sample("clarion_build_info", new TreeMap<>(Map.of("version", now.version(), "role", now.role())), 1);
        text.gauge(
                "clarion_database_up",
                "1 while the database answers.",
                now.database().state() == ClarionStatus.Availability.UP ? 1 : 0);
        PxGridMetrics.writeConnection(text, now.connector(), now.now());
        ClarionStatus.Data data = now.data();
        text.gauge("clarion_sessions_live", "Sessions that have not ended.", data.liveSessions());
        text.gauge("clarion_sessions_stored", "Sessions, live and ended.", data.sessions());
        text.gauge("clarion_devices", "Devices ever seen.", data.devices());
        text.gauge("clarion_devices_online", "Devices with a live session.", data.onlineDevices());
        text.gauge("clarion_users", "Users ever seen.", data.users());
        text.gauge("clarion_quarantined_messages", "Messages set aside and kept.", data.quarantined());
    }
}
