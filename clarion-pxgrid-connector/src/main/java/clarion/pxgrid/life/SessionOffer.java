package clarion.pxgrid.life;

import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.wire.ServiceWire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What ISE says of sessions at one lookup.
 *
 * @param nodes who provides them
 * @param destination the topic, or null if none was told
 * @param absent why the topic cannot be followed, or null if it can
 */
record SessionOffer(
        List<ServiceNode> nodes,
        @Nullable String destination,
        @Nullable PxGridException absent) {

    /** Judges what a lookup found. */
    static SessionOffer of(List<ServiceNode> nodes, @Nullable PxGridException refusal) {
        if (nodes.isEmpty()) {
            return absent(new PxGridException(
                    Fault.SERVICE_UNAVAILABLE,
                    "ISE offers no node for the service " + ServiceWire.SESSION_SERVICE + " at the moment."));
        }
        String destination = property(nodes, ServiceWire.SESSION_TOPIC);
        if (destination == null) {
            return new SessionOffer(
                    nodes,
                    null,
                    new PxGridException(
                            Fault.SERVICE_INCOMPLETE,
                            "The service " + ServiceWire.SESSION_SERVICE + " does not say its "
                                    + ServiceWire.SESSION_TOPIC + "."));
        }
        return new SessionOffer(nodes, destination, refusal);
    }

    /** Nothing was told. */
    static SessionOffer absent(PxGridException why) {
        return new SessionOffer(List.of(), null, why);
    }

    /** The topic, which must be there. */
    String topic() {
        return Objects.requireNonNull(destination);
    }

    /** How the topic stands as long as it is absent. */
    TopicState state() {
        return absent != null && (absent.fault() == Fault.TOPIC_REFUSED || absent.fault() == Fault.FORBIDDEN)
                ? TopicState.REFUSED
                : TopicState.NOT_OFFERED;
    }

    /** The service whose nodes have the stream, or null if it was not told. */
    @Nullable
    String pubsub() {
        return property(nodes, ServiceWire.WS_PUBSUB_SERVICE);
    }

    static @Nullable String property(List<ServiceNode> nodes, String name) {
        return nodes.stream()
                .map(node -> node.properties().get(name))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
