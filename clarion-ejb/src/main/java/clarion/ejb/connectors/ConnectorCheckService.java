package clarion.ejb.connectors;

import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.pxgrid.CheckOrder;
import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckRequest;
import clarion.pxgrid.PxGridCheck;
import jakarta.ejb.EJB;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** Lets people test the way to ISE. Whom it was tried with is on record before it is tried. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectorCheckService {

    private static final String TARGET = "connector/pxgrid";

    private final AuditService audit;

    @EJB
    private PxGridCheck check;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected ConnectorCheckService() {
        this(null);
    }

    @Inject
    public ConnectorCheckService(AuditService audit) {
        this.audit = audit;
    }

    /** Tests and waits for the end, a minute at most. */
    public CheckReport test(Actor actor, CheckRequest request) {
        Map<String, Object> asked = new TreeMap<>();
        if (request.controllers() != null) {
            asked.put("controllers", String.valueOf(request.controllers()));
        }
        if (request.nodeName() != null) {
            asked.put("nodeName", request.nodeName());
        }
        if (request.certificateDirectory() != null) {
            asked.put("certificateDirectory", request.certificateDirectory());
        }
        audit.record(actor, "connector.tested", TARGET, null, asked);
        return check.run(actor.name(), request);
    }

    /** Tests for another process, which has put on record who asked. */
    public CheckReport test(CheckOrder order) {
        return check.run(order.caller(), order.request());
    }
}
