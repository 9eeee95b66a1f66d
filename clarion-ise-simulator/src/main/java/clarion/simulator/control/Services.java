package clarion.simulator.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The service registry. Requests are routed by it too: whatever path or topic it tells is the one that is served, so a
 * renamed one works at once and the old one stops. Thread-safe.
 */
public final class Services {

    /** How often a provider has to register again; it is forgotten after twice this time. */
    public static final Duration REREGISTER = Duration.ofMinutes(5);

    private final List<ServiceNode> nodes = new CopyOnWriteArrayList<>();
    private final Map<String, Registration> registrations = new ConcurrentHashMap<>();
    private final Random random = new Random();

    private record Registration(ServiceNode node, long untilNanos) {}

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

    /** Gives every node of a service another REST or WebSocket URL. */
    public void rename(String serviceName, UnaryOperator<String> change) {
        nodes.replaceAll(node -> {
            if (!node.name().equals(serviceName)) {
                return node;
            }
            String property =
                    node.properties().containsKey(ServiceNode.WS_URL) ? ServiceNode.WS_URL : ServiceNode.REST_BASE_URL;
            String url = node.properties().get(property);
            return url == null ? node : with(node, property, change.apply(url));
        });
    }

    /** Takes a provider's own service in and returns the id of the registration (ServiceRegister). */
    public String register(ServiceNode node) {
        String id = UUID.randomUUID().toString();
        registrations.put(id, new Registration(node, deadline()));
        nodes.add(node);
        return id;
    }

    /** Keeps a registration for another while; false if there is none (ServiceReregister). */
    public boolean reregister(String id, String nodeName) {
        return registrations.computeIfPresent(
                        id,
                        (key, old) ->
                                old.node().nodeName().equals(nodeName) ? new Registration(old.node(), deadline()) : old)
                != null;
    }

    /** Ends a registration (ServiceUnregister). */
    public void unregister(String id) {
        Optional.ofNullable(registrations.remove(id)).ifPresent(registration -> nodes.remove(registration.node()));
    }

    /** The nodes of a service in random order, as ISE tells them. */
    public List<ServiceNode> lookup(String serviceName) {
        expire();
        List<ServiceNode> found = new ArrayList<>(
                nodes.stream().filter(node -> node.name().equals(serviceName)).toList());
        Collections.shuffle(found, random);
        return found;
    }

    /** The nodes whose URL covers a path. */
    public List<ServiceNode> serving(String path) {
        return nodes.stream().filter(node -> covers(node, path)).toList();
    }

    /** Those of {@link #serving(String)} that are at a host, or all if none is: then a test has moved them. */
    public List<ServiceNode> serving(String path, String host) {
        List<ServiceNode> all = serving(path);
        List<ServiceNode> here = all.stream().filter(node -> node.isAt(host)).toList();
        return here.isEmpty() ? all : here;
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
        expire();
        return nodes.stream()
                .flatMap(node -> node.properties().entrySet().stream())
                .anyMatch(property ->
                        isTopic(property.getKey()) && property.getValue().equals(destination));
    }

    /** Whether a node provides a service with this topic, and so may publish on it. */
    public boolean providesTopic(String nodeName, String destination) {
        return nodes.stream()
                .filter(node -> node.nodeName().equalsIgnoreCase(nodeName))
                .flatMap(node -> node.properties().entrySet().stream())
                .anyMatch(property ->
                        isTopic(property.getKey()) && property.getValue().equals(destination));
    }

    /** The names of every service that is there. */
    public Set<String> names() {
        return Set.copyOf(nodes.stream().map(ServiceNode::name).toList());
    }

    private static boolean isTopic(String property) {
        return property.endsWith("Topic") || property.equals("topic") || property.equals("sessionTopicAll");
    }

    private void expire() {
        registrations.forEach((id, registration) -> {
            if (registration.untilNanos() - System.nanoTime() < 0) {
                unregister(id);
            }
        });
    }

    private static long deadline() {
        return System.nanoTime() + 2 * REREGISTER.toNanos();
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
