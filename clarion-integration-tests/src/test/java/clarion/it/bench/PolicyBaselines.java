package clarion.it.bench;

import clarion.domain.policy.mining.Groups;
import clarion.it.bench.PolicyCampus.Talk;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What is usually done instead of mining: records are taken one by one, as if each were a request. A request is a
 * record to the service's port, a reply one to the client's. The records are those of the true conversations, none
 * lost.
 */
final class PolicyBaselines {

    private static final int FREQUENT = 20;

    private final Map<String, int[]> seen = new HashMap<>();
    private final Map<String, Integer> roleOf;
    private final Map<String, BitSet> permitted = new HashMap<>();

    /** Share of legitimate test conversations that work both ways, and of attacks that pass, in percent; and ACEs. */
    record Result(double availability, double leakage, long aces) {}

    private PolicyBaselines(PolicyCampus campus, boolean frequent) throws IOException {
        this.roleOf = campus.roleOf;
        campus.talks(false, talk -> {
            record(client(talk), server(talk), talk.protocol(), talk.port());
            if (talk.answered()) {
                record(server(talk), client(talk), talk.protocol(), talk.clientPort());
            }
        });
        seen.forEach((cell, counts) -> {
            BitSet ports = new BitSet();
            for (int port = 0; port < counts.length; port++) {
                ports.set(port, counts[port] >= (frequent ? FREQUENT : 1));
            }
            permitted.put(cell, ports);
        });
        seen.clear();
    }

    /** "Permit each frequent port", or "permit everything seen". */
    static Result of(PolicyCampus campus, boolean frequent) throws IOException {
        PolicyBaselines policy = new PolicyBaselines(campus, frequent);
        long[] counts = new long[4];
        campus.talks(true, talk -> {
            boolean asks = policy.passes(policy.client(talk), policy.server(talk), talk.protocol(), talk.port());
            boolean replies = !talk.answered()
                    || policy.passes(policy.server(talk), policy.client(talk), talk.protocol(), talk.clientPort());
            if (talk.kind().equals("legitimate")) {
                counts[0]++;
                counts[1] += asks && replies ? 1 : 0;
            } else if (talk.kind().equals("scan") || talk.kind().equals("lateral")) {
                counts[2]++;
                counts[3] += asks ? 1 : 0;
            }
        });
        long aces = policy.permitted.values().stream()
                .mapToLong(BitSet::cardinality)
                .sum();
        return new Result(100.0 * counts[1] / Math.max(1, counts[0]), 100.0 * counts[3] / Math.max(1, counts[2]), aces);
    }

    private int client(Talk talk) {
        return talk.clientRole().equals("EXTERNAL")
                ? Groups.EXTERNAL
                : roleOf.getOrDefault(talk.clientMac(), Groups.UNKNOWN);
    }

    private int server(Talk talk) {
        return talk.serverRole().equals("EXTERNAL")
                ? Groups.EXTERNAL
                : roleOf.getOrDefault(talk.serverMac(), Groups.UNKNOWN);
    }

    private void record(int source, int destination, int protocol, int port) {
        seen.computeIfAbsent(source + ">" + destination + " " + protocol, k -> new int[65_536])[port]++;
    }

    private boolean passes(int source, int destination, int protocol, int port) {
        return permitted
                .getOrDefault(source + ">" + destination + " " + protocol, new BitSet())
                .get(port);
    }
}
