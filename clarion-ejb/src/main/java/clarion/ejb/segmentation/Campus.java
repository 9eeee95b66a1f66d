package clarion.ejb.segmentation;

import clarion.domain.segmentation.EndpointGraph;
import clarion.domain.segmentation.View;
import clarion.ejb.flows.FlowEdges.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints and who used which service of whom, as it is collected: the adapter to the analytics. Public because a
 * service returns it, whose proxy a server may define in a class loader of its own.
 */
public final class Campus {

    private record Edge(String client, String server, String service) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            int order = client.compareTo(other.client);
            order = order != 0 ? order : server.compareTo(other.server);
            return order != 0 ? order : service.compareTo(other.service);
        }
    }

    /** Names of those who are no devices; none is a MAC address. */
    private final TreeSet<String> others = new TreeSet<>();

    private final TreeSet<String> services = new TreeSet<>();
    private final SortedMap<String, Endpoint> endpoints = new TreeMap<>();
    private final Map<Edge, long[]> edges = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private long conversations;

    Campus(SortedMap<String, Endpoint> known) {
        endpoints.putAll(known);
    }

    /** Takes an edge; a device of which nothing is known becomes an endpoint by it. */
    void add(End client, End server, String service, long count) {
        Edge edge = new Edge(name(client), name(server), service);
        edges.computeIfAbsent(edge, e -> new long[1])[0] += count;
        services.add(service);
        conversations += count;
        if (client.mac() != null) {
            seen.merge(edge.client(), count, Long::sum);
        }
        if (server.mac() != null) {
            seen.merge(edge.server(), count, Long::sum);
        }
    }

    private String name(End end) {
        if (end.mac() == null) {
            others.add(end.name());
            return end.name();
        }
        endpoints.computeIfAbsent(end.mac(), Endpoint::unknown);
        return end.mac();
    }

    /** By MAC address, in the order of the graph. */
    List<Endpoint> endpoints() {
        return List.copyOf(endpoints.values());
    }

    long conversations() {
        return conversations;
    }

    int edges() {
        return edges.size();
    }

    /** Whether it was never seen to do anything. */
    boolean isSilent(Endpoint endpoint) {
        return !seen.containsKey(endpoint.mac());
    }

    /** The same for the same campus, in whatever order it was collected. */
    EndpointGraph graph() {
        List<String> names = List.copyOf(endpoints.keySet());
        Numbers entities = new Numbers(names, others);
        Numbers about = new Numbers(services);
        EndpointGraph.Builder builder = new EndpointGraph.Builder(names, List.copyOf(others), List.copyOf(services));
        edges.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> builder.edge(
                        entities.of(entry.getKey().client()),
                        entities.of(entry.getKey().server()),
                        about.of(entry.getKey().service()),
                        (double) entry.getValue()[0]));
        return builder.build(views());
    }

    /** Numbers texts in their order. */
    private static final class Numbers {
        private final Map<String, Integer> numbers = new HashMap<>();

        @SafeVarargs
        Numbers(Collection<String>... texts) {
            for (Collection<String> some : texts) {
                some.forEach(text -> numbers.put(text, numbers.size()));
            }
        }

        int of(String text) {
            return Objects.requireNonNull(numbers.get(text));
        }
    }

    private List<View> views() {
        Map<String, Function<Endpoint, @Nullable String>> known = new LinkedHashMap<>();
        known.put("profile", Endpoint::profile);
        known.put("group", Endpoint::adGroup);
        known.put("device type", Endpoint::deviceType);
        known.put("vlan", Endpoint::vlan);
        List<View> views = new ArrayList<>();
        known.forEach((name, value) -> {
            Map<String, Integer> labels = new TreeMap<>();
            endpoints.values().forEach(endpoint -> {
                String label = value.apply(endpoint);
                if (label != null) {
                    labels.put(label, 0);
                }
            });
            int number = 0;
            for (Map.Entry<String, Integer> label : labels.entrySet()) {
                label.setValue(number++);
            }
            if (number > 0) {
                int[] values = endpoints.values().stream()
                        .mapToInt(endpoint -> {
                            String label = value.apply(endpoint);
                            return label == null ? View.MISSING : labels.getOrDefault(label, View.MISSING);
                        })
                        .toArray();
                views.add(new View(name, List.copyOf(labels.keySet()), values, 1));
            }
        });
        return views;
    }
}
