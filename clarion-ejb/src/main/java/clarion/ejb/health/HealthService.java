package clarion.ejb.health;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.connectors.ConnectorService;
import clarion.ejb.health.HealthReport.Check;
import clarion.ejb.health.HealthReport.Status;
import clarion.pxgrid.ConnectorStatus;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Health for orchestrators: no secret, no address, no cause; those are in the status and in the log. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HealthService {

    private final DatabaseReadiness readiness;
    private final DatabaseProbe database;
    private final ConnectorService connectors;

    @SuppressWarnings("NullAway")
    protected HealthService() {
        this(null, null, null);
    }

    @Inject
    public HealthService(DatabaseReadiness readiness, DatabaseProbe database, ConnectorService connectors) {
        this.readiness = readiness;
        this.database = database;
        this.connectors = connectors;
    }

    /** Every check. */
    public HealthReport report() {
        return HealthReport.of(List.of(
                new Check("database", isDatabaseUp() ? Status.UP : Status.DOWN),
                new Check("migrations", areMigrationsDone() ? Status.UP : Status.DOWN),
                new Check("pxgrid", of(pxGridState()))));
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

    static Status of(ConnectorStatus.State state) {
        return switch (state) {
            case LIVE, DISABLED, STANDBY -> Status.UP;
            case STOPPED, ACTIVATING, PENDING, LOOKUP, CONNECTING, SYNCING, DEGRADED, WAITING, UNKNOWN ->
                Status.DEGRADED;
        };
    }
}
