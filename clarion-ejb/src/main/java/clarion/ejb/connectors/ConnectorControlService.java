package clarion.ejb.connectors;

import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.connectors.leadership.LeadershipService;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.Snapshot;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets people steer the connection to ISE. What was asked is on record before it is done: while it cannot be recorded,
 * it is refused. Whether the connection is wanted is kept in the database: the process that leads does it, whichever
 * was asked, and one that takes over later goes by it too.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectorControlService {

    private static final String TARGET = "connector/pxgrid";

    private final ConnectorService connector;
    private final AuditService audit;
    private final LeadershipService leadership;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected ConnectorControlService() {
        this(null, null, null);
    }

    @Inject
    public ConnectorControlService(ConnectorService connector, AuditService audit, LeadershipService leadership) {
        this.connector = connector;
        this.audit = audit;
        this.leadership = leadership;
    }

    /** Connects, unless connected or on the way to it. */
    public ConnectorStatus start(Actor actor) {
        return recorded(actor, "connector.started", () -> {
            leadership.want(true);
            return connector.start();
        });
    }

    /** Disconnects until started. */
    public ConnectorStatus stop(Actor actor) {
        return recorded(actor, "connector.stopped", () -> {
            leadership.want(false);
            return connector.stop();
        });
    }

    /** Reads settings and certificates again and connects anew. */
    public ConnectorStatus reload(Actor actor) {
        return recorded(actor, "connector.reloaded", connector::reload);
    }

    /** Compares the stored picture with ISE's and repairs it. */
    public ConnectorStatus reconcile(Actor actor) {
        return recorded(actor, "connector.reconciled", () -> connector.reconcile(Snapshot.Reason.REQUESTED));
    }

    private ConnectorStatus recorded(Actor actor, String action, Supplier<ConnectorStatus> change) {
        String before = connector.status().state().name();
        audit.record(actor, action, TARGET, Map.of("state", before), null);
        return change.get();
    }
}
