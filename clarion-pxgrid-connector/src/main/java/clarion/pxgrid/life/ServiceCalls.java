package clarion.pxgrid.life;

import clarion.pxgrid.control.DataService;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a data service at the nodes that the lookup named, and looks up again after all of them have failed. */
final class ServiceCalls {

    private final Link link;
    private final String service;
    private @Nullable List<ServiceNode> nodes;

    ServiceCalls(Link link, String service, List<ServiceNode> nodes) {
        this.link = link;
        this.service = service;
        this.nodes = nodes;
    }

    /** For one thread at a time. */
    <T> T call(String method, String json, DataService.Reader<T> reader) throws PxGridException, InterruptedException {
        List<ServiceNode> known = nodes;
        if (known == null || known.isEmpty()) {
            known = link.control().lookUp(service);
            nodes = known;
        }
        try {
            return new DataService(link.control(), link.caller(), link.faults(), known).call(method, json, reader);
        } catch (PxGridException e) {
            if (e.fault() != Fault.CALL_NOT_SUPPORTED) {
                nodes = null;
            }
            throw e;
        }
    }
}
