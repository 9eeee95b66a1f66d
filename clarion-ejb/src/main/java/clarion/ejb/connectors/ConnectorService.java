package clarion.ejb.connectors;

import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.Snapshot;
import jakarta.ejb.EJB;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** What the rest of Clarion may know of the pxGrid connector and do to it. Nothing here waits for ISE. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectorService {

    @EJB
    private PxGridConnector connector;

    /** How the connection is doing now. */
    public ConnectorStatus status() {
        return connector.status();
    }

    /** Connects, unless connected or on the way to it. */
    public ConnectorStatus start() {
        connector.start();
        return connector.status();
    }

    /** Says goodbye to ISE and stays disconnected until started. */
    public ConnectorStatus stop() {
        connector.stop();
        return connector.status();
    }

    /**
     * Compares the stored picture with ISE's and repairs it, beside the live stream.
     *
     * @param reason {@link Snapshot.Reason#SCHEDULED} or {@link Snapshot.Reason#REQUESTED}
     */
    public ConnectorStatus reconcile(Snapshot.Reason reason) {
        connector.reconcile(reason);
        return connector.status();
    }

    /** Reads settings and certificates again and connects anew. */
    public ConnectorStatus reload() {
        connector.reload();
        return connector.status();
    }
}
