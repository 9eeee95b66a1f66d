package clarion.web.metrics;

import clarion.domain.ClarionException;
import clarion.ejb.access.LoginCounts;
import clarion.ejb.connectors.LedgerService;
import clarion.ejb.connectors.TopicLedger;
import clarion.ejb.connectors.leadership.LeadershipService;
import clarion.ejb.flows.FlowPipelineBean;
import clarion.ejb.flows.collector.CollectorMonitor;
import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.DatabaseFigures;
import clarion.ejb.health.StatusService;
import clarion.ejb.jobs.JobBook;
import clarion.ejb.queue.QueueStatusService;
import clarion.web.events.EventHub;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that Clarion measures, as one exposition. */
@Dependent
class ClarionMetrics {

    private final StatusService status;
    private final LedgerService topics;
    private final LeadershipService leadership;
    private final QueueStatusService queue;
    private final DatabaseFigures figures;
    private final CollectorMonitor collector;
    private final FlowPipelineBean flows;
    private final JobBook jobs;
    private final LoginCounts logins;
    private final EventHub events;
    private final HttpMetrics http;

    @Inject
    ClarionMetrics(
            StatusService status,
            LedgerService topics,
            LeadershipService leadership,
            QueueStatusService queue,
            DatabaseFigures figures,
            CollectorMonitor collector,
            FlowPipelineBean flows,
            JobBook jobs,
            LoginCounts logins,
            EventHub events,
            HttpMetrics http) {
        this.status = status;
        this.topics = topics;
        this.leadership = leadership;
        this.queue = queue;
        this.figures = figures;
        this.collector = collector;
        this.flows = flows;
        this.jobs = jobs;
        this.logins = logins;
        this.events = events;
        this.http = http;
    }

    String exposition() {
        MetricsText text = new MetricsText();
        writeStatus(text, status.status());
        ledger().ifPresent(topics -> PxGridMetrics.writeTopics(text, topics));
        leadership.find().ifPresent(now -> LeadershipMetrics.write(text, now));
        QueueMetrics.write(text, queue.status());
        DatabaseMetrics.writePool(text);
        figures.now().ifPresent(now -> DatabaseMetrics.write(text, now));
        FlowMetrics.write(text, collector.status(), collector.exporters());
        flows.figures().ifPresent(now -> FlowMetrics.writePipeline(text, now.values()));
        JobMetrics.write(text, jobs.records());
        http.writeTo(text);
        text.single(Metric.EVENT_STREAMS, events.clientCount());
        writeLogins(text, logins);
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
        text.family(Metric.BUILD_INFO).sample(Metric.BUILD_INFO, 1, now.version(), now.role());
        text.single(Metric.DATABASE_UP, now.database().state() == ClarionStatus.Availability.UP ? 1 : 0);
        PxGridMetrics.writeConnection(text, now.connector(), now.now());
        ClarionStatus.Data data = now.data();
        text.single(Metric.SESSIONS_LIVE, data.liveSessions())
                .single(Metric.SESSIONS_STORED, data.sessions())
                .single(Metric.DEVICES, data.devices())
                .single(Metric.DEVICES_ONLINE, data.onlineDevices())
                .single(Metric.USERS, data.users())
                .single(Metric.QUARANTINED, data.quarantined());
    }

    static void writeLogins(MetricsText text, LoginCounts logins) {
        text.family(Metric.LOGINS);
        for (LoginCounts.Outcome outcome : LoginCounts.Outcome.values()) {
            text.sample(Metric.LOGINS, logins.of(outcome), outcome.name().toLowerCase(Locale.ROOT));
        }
    }
}
