package clarion.pxgrid.life;

import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.util.List;

/** Looks services up of which ISE may forbid one and allow the others. */
final class Lookups {

    private Lookups() {}

    /** The nodes of a service; none if ISE does not let this account know: the account itself is in order. */
    static List<ServiceNode> permitted(ControlClient control, String service)
            throws PxGridException, InterruptedException {
        try {
            return control.lookUp(service);
        } catch (PxGridException e) {
            if (e.fault() == Fault.UNAUTHORIZED || e.fault() == Fault.FORBIDDEN) {
                return List.of();
            }
            throw e;
        }
    }
}
