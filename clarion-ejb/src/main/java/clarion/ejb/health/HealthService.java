package clarion.ejb.health;

import clarion.domain.settings.ProcessRole;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.connectors.ConnectorService;
import clarion.ejb.connectors.OwnProcess;
import clarion.ejb.flows.collector.CollectorMonitor;
import clarion.ejb.flows.collector.CollectorStatus;
import clarion.ejb.health.HealthReport.Check;
import clarion.ejb.health.HealthReport.Status;
import clarion.pxgrid.ConnectorStatus;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Health for orchestrators: no secret, no address, no cause; those are in the status and in the log. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HealthService {

    /** So long after flows were lost, that is still told. */
    static final Duration LOSS_REMEMBERED = Duration.ofMinutes(5);

    private final DatabaseReadiness readiness;
    private final DatabaseProbe database;
    private final ConnectorService connectors;
    private final OwnProcess process;
    private final CollectorMonitor collector;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected HealthService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public HealthService(
            DatabaseReadiness readiness,
            DatabaseProbe database,
            ConnectorService connectors,
            OwnProcess process,
            CollectorMonitor collector,
            Clock clock) {
        this.readiness = readiness;
        this.database = database;
        this.connectors = connectors;
        this.process = process;
        this.collector = collector;
        this.clock = clock;
    }

    /** Every check. */
    public HealthReport report() {
        return HealthReport.of(List.of(
                new Check("database", isDatabaseUp() ? Status.UP : Status.DOWN),
                new Check("migrations", areMigrationsDone() ? Status.UP : Status.DOWN),
                new Check("pxgrid", pxGrid()),
                new Check("flows", of(flowsState(), clock.instant()))));
    }

    /** Whether the database answers now. */
    public boolean isDatabaseUp() {
        return database.answers();
    }

    /** Whether the schema is the one that this release needs. */
    public boolean areMigrationsDone() {
        return readiness.isReady();
    }

    /** Where the connection to ISE is. */
    public ConnectorStatus.State pxGridState() {
        return connectors.status().state();
    }

    /** How the collector of this process is. */
    public CollectorStatus flowsState() {
        return collector.status();
    }

    /** A process that collects flows alone has nothing to do with ISE. */
    private Status pxGrid() {
        return process.role() == ProcessRole.COLLECTOR ? Status.UP : of(pxGridState());
    }

    static Status of(CollectorStatus flows, Instant now) {
        return flows.isDegraded(now, LOSS_REMEMBERED) ? Status.DEGRADED : Status.UP;
    }

    static Status of(ConnectorStatus.State state) {
        return switch (state) {
            case LIVE, DISABLED, STANDBY -> Status.UP;
            case STOPPED, ACTIVATING, PENDING, LOOKUP, CONNECTING, SYNCING, DEGRADED, WAITING, UNKNOWN ->
                Status.DEGRADED;
        };
    }
}
