package clarion.simulator.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The service registry. Requests are routed by it too: whatever path or topic it tells is the one that is served, so a
 * renamed one works at once and the old one stops. Thread-safe.
 */
public final class Services {

    private final List<ServiceNode> nodes = new CopyOnWriteArrayList<>();
    private final Random random = new Random();

    public void add(ServiceNode node) {
        nodes.add(node);
    }

    /** Removes every node of a service: lookups of it find nothing. */
    public void remove(String serviceName) {
        nodes.removeIf(node -> node.name().equals(serviceName));
    }

    /** Changes, adds or (with null) removes a property on every node of a service. */
    public void setProperty(String serviceName, String property, @Nullable String value) {
        nodes.replaceAll(node -> node.name().equals(serviceName) ? with(node, property, value) : node);
    }

    /** The nodes of a service in random order, as ISE tells them. */
    public List<ServiceNode> lookup(String serviceName) {
        List<ServiceNode> found = new ArrayList<>(
                nodes.stream().filter(node -> node.name().equals(serviceName)).toList());
        Collections.shuffle(found, random);
        return found;
    }

    /** The nodes whose URL covers a path. */
    public List<ServiceNode> serving(String path) {
        return nodes.stream().filter(node -> covers(node, path)).toList();
    }

    /** The topic named by a property of a service, or null if the service does not tell it. */
    public @Nullable String topic(String serviceName, String property) {
        for (ServiceNode node : nodes) {
            if (node.name().equals(serviceName)) {
                return node.properties().get(property);
            }
        }
        return null;
    }

    /** Whether some service tells this topic. */
    public boolean hasTopic(String destination) {
        return nodes.stream()
                .flatMap(node -> node.properties().entrySet().stream())
                .anyMatch(property -> property.getKey().endsWith("Topic")
                        && property.getValue().equals(destination));
    }

    private static boolean covers(ServiceNode node, String path) {
        String own = node.path();
        return own != null && (path.equals(own) || path.startsWith(own + "/"));
    }

    private static ServiceNode with(ServiceNode node, String property, @Nullable String value) {
        Map<String, String> properties = new HashMap<>(node.properties());
        if (value == null) {
            properties.remove(property);
        } else {
            properties.put(property, value);
        }
        return new ServiceNode(node.name(), node.nodeName(), properties);
    }
}
