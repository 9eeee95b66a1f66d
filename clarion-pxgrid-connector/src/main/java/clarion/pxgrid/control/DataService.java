package clarion.pxgrid.control;

import clarion.pxgrid.control.HttpCaller.Answer;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.wire.ServiceWire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls a data service: its nodes are replicas, and each is tried before the call has failed. Every node has an access
 * secret of its own, asked anew for each round and once more when the node refuses it.
 */
public final class DataService {

    private final ControlClient control;
    private final HttpCaller caller;
    private final NetworkFaults faults;
    private final List<ServiceNode> nodes;

    public DataService(ControlClient control, HttpCaller caller, NetworkFaults faults, List<ServiceNode> nodes) {
        this.control = control;
        this.caller = caller;
        this.faults = faults;
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Reads an answer as it comes. An {@link IOException} says that the node is at fault and the next may be tried; any
     * other exception ends the call.
     */
    public interface Reader<T> {

        /** Reads a 200 answer's body. */
        T read(InputStream body) throws IOException, PxGridException, InterruptedException;

        /** The node has nothing of the kind (204). */
        T nothing() throws IOException, PxGridException, InterruptedException;
    }

    /** Posts to one node after the other until one answers well. */
    public <T> T call(String method, String json, Reader<T> reader) throws PxGridException, InterruptedException {
        List<PxGridException> failures = new ArrayList<>();
        for (ServiceNode node : nodes) {
            URI uri;
            try {
                uri = uriOf(node, method);
            } catch (PxGridException e) {
                failures.add(e);
                continue;
            }
            try {
                return callAt(node, uri, json, reader);
            } catch (NodeFailedException e) {
                failures.add(e.why());
            }
        }
        throw failures.isEmpty()
                ? new PxGridException(Fault.SERVICE_UNAVAILABLE, "No node provides " + method + ".")
                : failures.get(failures.size() - 1);
    }

    private static URI uriOf(ServiceNode node, String method) throws PxGridException {
        String base = node.require(ServiceWire.REST_BASE_URL);
        try {
            return URI.create(base + (base.endsWith("/") ? "" : "/") + method);
        } catch (IllegalArgumentException e) {
            throw new PxGridException(
                    Fault.SERVICE_INCOMPLETE, node.nodeName() + " names no usable address: " + base + ".", e);
        }
    }

    private <T> T callAt(ServiceNode node, URI uri, String json, Reader<T> reader)
            throws NodeFailedException, PxGridException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Secret secret = control.accessSecret(node.nodeName());
            try (Answer answer = caller.post(uri, secret, json)) {
                int status = answer.status();
                if (status == 200) {
                    return reader.read(answer.body());
                }
                if (status == 204) {
                    return reader.nothing();
                }
                if (status != 401 || attempt == 2) {
                    throw new NodeFailedException(refusal(node, uri, status));
                }
            } catch (IOException e) {
                throw new NodeFailedException(faults.explain(uri, e, Fault.DATA_CALL_FAILED));
            }
        }
    }

    private static PxGridException refusal(ServiceNode node, URI uri, int status) {
        String what = node.nodeName() + " answers " + uri + " with HTTP status " + status
                + (status == 401 ? ", with a fresh access secret too." : ".");
        return new PxGridException(
                switch (status) {
                    case 401 -> Fault.SECRET_REFUSED;
                    case 403 -> Fault.FORBIDDEN;
                    case 404, 405, 501 -> Fault.CALL_NOT_SUPPORTED;
                    default -> Fault.DATA_CALL_FAILED;
                },
                what);
    }

    private static final class NodeFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final PxGridException why;

        NodeFailedException(PxGridException why) {
            super(why);
            this.why = why;
        }

        PxGridException why() {
            return why;
        }
    }
}
