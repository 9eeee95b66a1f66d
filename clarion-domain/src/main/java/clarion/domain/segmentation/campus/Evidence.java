package clarion.domain.segmentation.campus;

import clarion.domain.flows.pairing.PairingCounts;
import clarion.domain.segmentation.EndpointGraph;
import clarion.domain.segmentation.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What grouping rests on.
 *
 * @param traffic who asked whom for what
 * @param views what is known of the endpoints beside that; none if only behaviour counts
 * @param counts what became of the records
 * @param firstMillis the first packet of all records, in milliseconds since 1970 UTC; after the last if there is none
 * @param lastMillis the last packet
 */
public record Evidence(Traffic traffic, List<View> views, PairingCounts counts, long firstMillis, long lastMillis) {

    public Evidence {
        views = List.copyOf(views);
    }

    /** The graph to group: without scans, which say nothing of those who are scanned; dynamic ports are one service. */
    public EndpointGraph graph() {
        Map<Integer, String> names = new HashMap<>();
        for (int row = 0; row < traffic.rows(); row++) {
            int protocol = traffic.protocol(row);
            int port = traffic.port(row);
            names.computeIfAbsent(protocol << 16 | port & 0xffff, key -> Services.name(protocol, port));
        }
        List<String> services = new ArrayList<>(new TreeSet<>(names.values()));
        Map<String, Integer> numbers = new HashMap<>();
        services.forEach(service -> numbers.put(service, numbers.size()));
        Map<Integer, Integer> numberOf = new HashMap<>();
        names.forEach((key, name) -> numberOf.put(key, numbers.get(name)));
        EndpointGraph.Builder builder = new EndpointGraph.Builder(traffic.endpoints(), traffic.others(), services);
        int[] sum = new int[services.size()];
        int[] used = new int[services.size()];
        for (int from = 0; from < traffic.rows(); ) {
            int client = traffic.client(from);
            int server = traffic.server(from);
            int kinds = 0;
            int row = from;
            for (; row < traffic.rows() && traffic.client(row) == client && traffic.server(row) == server; row++) {
                int said = traffic.conversations(row) - traffic.scans(row);
                if (said > 0) {
                    int service = numberOf.getOrDefault(traffic.protocol(row) << 16 | traffic.port(row) & 0xffff, 0);
                    if (sum[service] == 0) {
                        used[kinds++] = service;
                    }
                    sum[service] += said;
                }
            }
            Arrays.sort(used, 0, kinds);
            for (int k = 0; k < kinds; k++) {
                builder.edge(client, server, used[k], sum[used[k]]);
                sum[used[k]] = 0;
            }
            from = row;
        }
        return builder.build(views);
    }
}
