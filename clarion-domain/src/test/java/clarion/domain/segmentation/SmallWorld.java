package clarion.domain.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A world that a person can take in at a glance: crowds of endpoints that all do the same. */
final class SmallWorld {

    private final List<String> names = new ArrayList<>();
    private final List<String> crowds = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final List<int[]> edges = new ArrayList<>();
    private final Map<String, Map<Integer, String>> known = new TreeMap<>();

    /** Adds endpoints {@code crowd-0}, {@code crowd-1} and so on. */
    SmallWorld crowd(String crowd, int size) {
        for (int i = 0; i < size; i++) {
            names.add(crowd + "-" + i);
            crowds.add(crowd);
        }
        return this;
    }

    /** Each of one crowd asks one of the other for a service, as many times. */
    SmallWorld uses(String crowd, String service, String server, int times) {
        int about = number(service);
        List<Integer> servers = members(server);
        int turn = 0;
        for (int client : members(crowd)) {
            edges.add(new int[] {client, servers.get(turn++ % servers.size()), about, times});
        }
        return this;
    }

    /** What is known of all of a crowd. */
    SmallWorld is(String crowd, String view, String value) {
        for (int member : members(crowd)) {
            known.computeIfAbsent(view, name -> new TreeMap<>()).put(member, value);
        }
        return this;
    }

    EndpointGraph graph() {
        EndpointGraph.Builder builder = new EndpointGraph.Builder(names, List.of("internet"), services);
        edges.forEach(edge -> builder.edge(edge[0], edge[1], edge[2], edge[3]));
        List<View> views = new ArrayList<>();
        known.forEach((name, of) -> {
            List<String> labels = of.values().stream().distinct().sorted().toList();
            int[] values = new int[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = of.containsKey(i) ? labels.indexOf(of.get(i)) : View.MISSING;
            }
            views.add(new View(name, labels, values, 1));
        });
        return builder.build(views);
    }

    /** Endpoints by number. */
    List<Integer> members(String crowd) {
        if (crowd.equals("internet")) {
            return List.of(names.size());
        }
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (crowds.get(i).equals(crowd)) {
                members.add(i);
            }
        }
        return members;
    }

    private int number(String service) {
        if (!services.contains(service)) {
            services.add(service);
        }
        return services.indexOf(service);
    }
}
