package clarion.pxgrid.life;

import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.stream.PubSubConnector;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.stream.PubSubStream.Subscription;
import clarion.pxgrid.wire.ServiceWire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The nodes that provide a service, and the way onto one of the pubsub nodes. */
final class Nodes {

    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(1);

    private final Link link;
    private final PubSubConnector connector;
    private final Map<String, URI> addresses = new HashMap<>();

    Nodes(Link link, PubSubConnector connector) {
        this.link = link;
        this.connector = connector;
    }

    /** The nodes of a service that must be there. */
    List<ServiceNode> required(String service) throws PxGridException, InterruptedException {
        List<ServiceNode> nodes = link.control().lookUp(service);
        if (nodes.isEmpty()) {
            throw new PxGridException(
                    Fault.SERVICE_UNAVAILABLE, "ISE offers no node for the service " + service + " at the moment.");
        }
        return nodes;
    }

    /** Tries each node once, the one that failed last time last. */
    PubSubStream openAny(List<ServiceNode> nodes, BooleanSupplier hasRoom, Runnable onGone)
            throws PxGridException, InterruptedException {
        String failed = link.memory().failedNode();
        List<ServiceNode> order = new ArrayList<>(nodes);
        order.sort((a, b) ->
                Boolean.compare(a.nodeName().equals(failed), b.nodeName().equals(failed)));
        PxGridException last = null;
        for (ServiceNode node : order) {
            link.board()
                    .move(
                            Life.Running.class,
                            life -> life instanceof Life.Connecting connecting
                                    ? connecting.next(node.nodeName())
                                    : ((Life.LookingUp) life)
                                            .found(node.nodeName(), link.clock().instant()));
            try {
                return open(node, hasRoom, onGone);
            } catch (PxGridException e) {
                link.stop().check();
                link.memory().failedNode(node.nodeName());
                last = e;
            }
        }
        throw last == null ? new PxGridException(Fault.SERVICE_UNAVAILABLE, "ISE offers no pubsub node.") : last;
    }

    private PubSubStream open(ServiceNode node, BooleanSupplier hasRoom, Runnable onGone)
            throws PxGridException, InterruptedException {
        String url = node.require(ServiceWire.WS_URL);
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new PxGridException(
                    Fault.SERVICE_INCOMPLETE, node.nodeName() + " names no usable address: " + url + ".", e);
        }
        addresses.put(node.nodeName(), uri);
        try {
            return openOnce(node.nodeName(), uri, hasRoom, onGone);
        } catch (PxGridException e) {
            if (e.fault() != Fault.SECRET_REFUSED) {
                throw e;
            }
            return openOnce(node.nodeName(), uri, hasRoom, onGone); // with a fresh secret, once
        }
    }

    private PubSubStream openOnce(String node, URI uri, BooleanSupplier hasRoom, Runnable onGone)
            throws PxGridException, InterruptedException {
        return connector.open(node, uri, link.control().accessSecret(node), hasRoom, onGone);
    }

    /** The host of a node that was tried on this connection, or null. */
    @Nullable
    String hostOf(String node) {
        URI uri = addresses.get(node);
        return uri == null ? null : uri.getHost();
    }

    /** Asks a node on a connection of its own whether it accepts a subscription. */
    Probe probe(String node) {
        URI uri = addresses.get(node);
        return destination -> {
            if (uri == null) {
                return false;
            }
            try {
                PubSubStream trial = openOnce(node, uri, () -> true, () -> {});
                trial.subscribe(List.of(new Subscription(destination, body -> {})), PROBE_PATIENCE);
                boolean admitted = trial.failure() == null;
                trial.close(PROBE_PATIENCE);
                return admitted;
            } catch (PxGridException e) {
                return false;
            }
        };
    }
}
