package clarion.domain.policy.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was seen per pair of groups and service, and joins the ports of ranges. */
final class Tallies {

    private static final int ICMP = 1;
    private static final int ICMP6 = 58;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final Groups groups;
    private final MiningSettings settings;
    private final Map<Long, Tally> byService = new HashMap<>();
    private final Map<Long, Long> saidByPair = new HashMap<>();
    long unknown;
    long multicast;
    long dead;
    long scans;

    Tallies(Groups groups, MiningSettings settings) {
        this.groups = groups;
        this.settings = settings;
    }

    void addAll(Usage usage) {
        Doubts doubts = new Doubts(usage);
        for (int row = 0; row < usage.rows(); row++) {
            int client = groups.of(usage.client(row));
            int server = groups.of(usage.server(row));
            scans += doubts.scans(usage, row);
            if (server == Groups.MULTICAST || client == Groups.MULTICAST) {
                multicast += usage.conversations(row);
            } else if (client == Groups.UNKNOWN || server == Groups.UNKNOWN) {
                unknown += usage.conversations(row);
            } else if (!doubts.isAlive(usage.server(row))) {
                dead += usage.conversations(row);
            } else if ((client != Groups.EXTERNAL || server != Groups.EXTERNAL) && !isOrphan(usage, row)) {
                int port = port(usage, row);
                if (client == Groups.EXTERNAL && usage.isSymmetric(row)) {
                    // From port 123 to port 123: it is the campus that asks for the time, not the internet.
                    add(server, client, usage, row, port, doubts, true);
                    continue;
                }
                add(client, server, usage, row, port, doubts, false);
            }
        }
    }

    private void add(int client, int server, Usage usage, int row, int port, Doubts doubts, boolean turned) {
        int protocol = usage.protocol(row);
        long key = pair(client, server) << 24 | (long) protocol << 16 | port;
        byService
                .computeIfAbsent(key, k -> new Tally(client, server, protocol, port))
                .add(usage, row, turned, doubts.scans(usage, row));
    }

    /** An answer by ICMP whose question was lost says nothing that the question would not. */
    private static boolean isOrphan(Usage usage, int row) {
        int type = usage.port(row) >> 8;
        boolean answer = usage.protocol(row) == ICMP && (type == 0 || type == 14 || type == 16 || type == 18)
                || usage.protocol(row) == ICMP6 && type == 129;
        return answer || isIcmp(usage, row) && usage.port(row) < 0 && usage.answered(row) == 0;
    }

    private static boolean isIcmp(Usage usage, int row) {
        return usage.protocol(row) == ICMP || usage.protocol(row) == ICMP6;
    }

    /** The port; of ICMP without a type it is taken for an echo, as nearly all that is asked by ICMP is. */
    private static int port(Usage usage, int row) {
        int port = usage.port(row);
        if (port < 0) {
            return usage.protocol(row) == ICMP ? 8 << 8 : usage.protocol(row) == ICMP6 ? 128 << 8 : 0;
        }
        return port & 0xffff;
    }

    private static long pair(int client, int server) {
        return (long) (client + 1) << 16 | server + 1;
    }

    /** How often members of a group asked members of another over a protocol. */
    long said(int client, int server, int protocol) {
        return saidByPair.getOrDefault(pair(client, server) << 8 | protocol, 0L);
    }

    /** All of it by client group, server group and service. */
    List<Counted> counted() {
        Map<Integer, TreeMap<Integer, Long>> ports = new HashMap<>();
        for (Tally tally : byService.values()) {
            Evidence evidence = tally.evidence();
            saidByPair.merge(
                    pair(tally.clientGroup, tally.serverGroup) << 8 | tally.protocol,
                    (long) tally.conversations(),
                    Long::sum);
            boolean answered = evidence.answered() > 0 || tally.protocol == UDP;
            if ((tally.protocol == TCP || tally.protocol == UDP) && tally.conversations() > 0 && answered) {
                ports.computeIfAbsent(who(tally) << 8 | tally.protocol, k -> new TreeMap<>())
                        .merge(tally.port, (long) tally.conversations(), Long::sum);
            }
        }
        Map<Integer, Ranges> ranges = new HashMap<>();
        ports.forEach((key, seen) -> ranges.put(
                key,
                Ranges.of(
                        seen.keySet().stream().mapToInt(Integer::intValue).toArray(),
                        seen.values().stream().mapToLong(Long::longValue).toArray(),
                        settings.rangePorts())));
        return joined(ranges);
    }

    /** Whose ranges count: those of the servers; what is outside is too many for that, so those of the clients. */
    private static int who(Tally tally) {
        return tally.serverGroup >= 0 ? tally.serverGroup : 1 << 15 | tally.clientGroup;
    }

    /** What was counted of one service, or of the ports of one range. */
    record Counted(int client, int server, Service service, Evidence evidence) {}

    private List<Counted> joined(Map<Integer, Ranges> ranges) {
        List<Tally> order = new ArrayList<>(byService.values());
        order.sort(Comparator.<Tally>comparingInt(tally -> tally.clientGroup)
                .thenComparingInt(tally -> tally.serverGroup)
                .thenComparingInt(tally -> tally.protocol)
                .thenComparingInt(tally -> tally.port));
        Map<String, Tally> joined = new HashMap<>();
        List<Counted> counted = new ArrayList<>();
        Map<Tally, Service> services = new java.util.LinkedHashMap<>();
        for (Tally tally : order) {
            int[] range = ranges.getOrDefault(who(tally) << 8 | tally.protocol, Ranges.NONE)
                    .find(tally.port)
                    .orElse(new int[] {tally.port, tally.port});
            if (range[0] == range[1]) {
                services.put(tally, new Service(tally.protocol, tally.port, tally.port));
                continue;
            }
            Service service = new Service(tally.protocol, range[0], range[1]);
            Tally all = joined.get(tally.clientGroup + ">" + tally.serverGroup + service);
            if (all == null) {
                joined.put(tally.clientGroup + ">" + tally.serverGroup + service, tally);
                services.put(tally, service);
            } else {
                all.addAll(tally);
            }
        }
        services.forEach((tally, service) ->
                counted.add(new Counted(tally.clientGroup, tally.serverGroup, service, tally.evidence())));
        return counted;
    }
}
