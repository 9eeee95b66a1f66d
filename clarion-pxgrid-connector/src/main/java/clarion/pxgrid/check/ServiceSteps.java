package clarion.pxgrid.check;

import clarion.pxgrid.CheckReport.StepName;
import clarion.pxgrid.check.StepLog.Finding;
import clarion.pxgrid.control.Secret;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.wire.ServiceWire;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** From the services that ISE offers to their data. */
final class ServiceSteps {

    /** Most nodes of a service that are tried; ISE runs pxGrid on four at most. */
    private static final int MOST_NODES = 4;

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final StepLog log;
    private final CheckLink link;

    ServiceSteps(StepLog log, CheckLink link) {
        this.log = log;
        this.link = link;
    }

    /** Skips everything, for a reason. */
    static void skip(StepLog log, String why) {
        log.skip(StepName.LOOKUP, ServiceWire.SESSION_SERVICE, why);
        skipAfterLookup(log, why);
    }

    private static void skipAfterLookup(StepLog log, String why) {
        log.skip(StepName.SECRET, ServiceWire.PUBSUB_SERVICE, why);
        log.skip(StepName.WEBSOCKET, ServiceWire.PUBSUB_SERVICE, why);
        log.skip(StepName.SUBSCRIPTION, ServiceWire.SESSION_TOPIC, why);
        log.skip(StepName.BULK, ServiceWire.GET_SESSIONS, why);
    }

    void run() throws InterruptedException {
        List<ServiceNode> sessions =
                log.run(StepName.LOOKUP, ServiceWire.SESSION_SERVICE, () -> find(ServiceWire.SESSION_SERVICE));
        if (sessions == null) {
            skipAfterLookup(log, "The session service was not found.");
            return;
        }
        String pubsub =
                sessions.get(0).properties().getOrDefault(ServiceWire.WS_PUBSUB_SERVICE, ServiceWire.PUBSUB_SERVICE);
        List<ServiceNode> nodes = log.run(StepName.LOOKUP, pubsub, () -> find(pubsub));
        if (nodes == null) {
            String why = "The pubsub service was not found.";
            log.skip(StepName.SECRET, pubsub, why);
            log.skip(StepName.WEBSOCKET, pubsub, why);
            log.skip(StepName.SUBSCRIPTION, ServiceWire.SESSION_TOPIC, why);
        } else {
            for (ServiceNode node : nodes.subList(0, Math.min(nodes.size(), MOST_NODES))) {
                follow(node, sessions.get(0));
            }
        }
        for (ServiceNode node : sessions.subList(0, Math.min(sessions.size(), MOST_NODES))) {
            log.run(StepName.BULK, node.nodeName(), () -> {
                int octets = link.headOfBulk(node);
                return Finding.good(
                        octets,
                        node.nodeName() + " gives sessions; " + octets + " octets of them were read, and no more.");
            });
        }
    }

    private Finding<List<ServiceNode>> find(String service) throws PxGridException, InterruptedException {
        List<ServiceNode> nodes = link.lookUp(service);
        if (nodes.isEmpty()) {
            throw new PxGridException(
                    Fault.SERVICE_UNAVAILABLE, "ISE offers no node for the service " + service + " at the moment.");
        }
        if (service.equals(ServiceWire.SESSION_SERVICE)) {
            nodes.get(0).require(ServiceWire.SESSION_TOPIC);
        }
        return Finding.good(
                nodes,
                service + " is offered by "
                        + nodes.stream().map(ServiceNode::nodeName).collect(Collectors.joining(", ")) + ".");
    }

    private void follow(ServiceNode node, ServiceNode sessions) throws InterruptedException {
        String name = node.nodeName();
        Secret secret = log.run(
                StepName.SECRET,
                name,
                () -> Finding.good(link.secret(name), "ISE gave an access secret for " + name + "."));
        if (secret == null) {
            log.skip(StepName.WEBSOCKET, name, "There is no access secret for the node.");
            log.skip(StepName.SUBSCRIPTION, name, "There is no access secret for the node.");
            return;
        }
        PubSubStream stream = log.run(
                StepName.WEBSOCKET,
                name,
                () -> Finding.good(
                        link.open(node, secret),
                        name + " at " + node.require(ServiceWire.WS_URL) + " took the upgrade and CONNECT."));
        if (stream == null) {
            log.skip(StepName.SUBSCRIPTION, name, "There is no WebSocket connection to the node.");
            return;
        }
        try {
            String topic = sessions.properties().getOrDefault(ServiceWire.SESSION_TOPIC, "");
            log.run(StepName.SUBSCRIPTION, name, () -> {
                link.subscribe(stream, topic);
                return Finding.good(true, name + " took the subscription to " + topic + ", which was ended again.");
            });
        } finally {
            stream.close(GOODBYE);
        }
    }
}
