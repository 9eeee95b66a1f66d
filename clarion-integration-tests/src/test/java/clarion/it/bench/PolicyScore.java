package clarion.it.bench;

import clarion.domain.policy.PolicyCell;
import clarion.domain.policy.ProposedPolicy;
import clarion.domain.policy.mining.Groups;
import clarion.domain.policy.mining.Mined;
import clarion.domain.policy.mining.Permit;
import clarion.domain.policy.mining.ReviewItem;
import clarion.domain.policy.mining.Service;
import clarion.domain.sgacl.Packet;
import clarion.domain.sgacl.Platform;
import clarion.domain.sgacl.Protocols;
import clarion.domain.sgacl.SgaclEngine;
import clarion.it.bench.PolicyCampus.Talk;
import clarion.it.bench.PolicyCampus.TrueService;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a policy to what is true: the measures of a mined policy. */
final class PolicyScore {

    private static final double ALL = 0.9;

    private final SgaclEngine engine = new SgaclEngine(Platform.COMMON);
    private final PolicyCampus campus;
    private final Mined mined;
    private final ProposedPolicy policy;
    private final Map<String, Integer> groupOf = new HashMap<>();
    /** Endpoints by role and group; the last of each is what is outside. */
    private final double[][] members;

    double availability;
    double leakage;
    int learntFromAttackers;

    PolicyScore(PolicyCampus campus, Mined mined) throws IOException {
        this.campus = campus;
        this.mined = mined;
        this.policy = ProposedPolicy.of(mined);
        int groups = mined.groups().names().size();
        members = new double[campus.roles.size() + 1][groups + 1];
        members[campus.roles.size()][groups] = 1;
        List<String> endpoints = campus.evidence.traffic().endpoints();
        for (int i = 0; i < endpoints.size(); i++) {
            groupOf.put(endpoints.get(i), mined.groups().of(i));
            Integer role = campus.roleOf.get(endpoints.get(i));
            if (role != null && mined.groups().of(i) >= 0) {
                members[role][mined.groups().of(i)]++;
            }
        }
        replay();
    }

    private void replay() throws IOException {
        long[] counts = new long[4];
        Set<String> attacked = new HashSet<>();
        campus.talks(true, talk -> {
            int client = group(talk.clientMac(), talk.clientRole());
            int server = group(talk.serverMac(), talk.serverRole());
            if (talk.kind().equals("legitimate")) {
                boolean works = works(client, server, talk);
                counts[0]++;
                counts[1] += works ? 1 : 0;
            } else if (talk.kind().equals("scan") || talk.kind().equals("lateral")) {
                counts[2]++;
                boolean passes = passes(client, server, request(talk));
                counts[3] += passes ? 1 : 0;
                if (passes) {
                    attacked.add(client + ">" + server + " " + talk.port());
                }
            }
        });
        availability = share(counts[1], counts[0]);
        leakage = share(counts[3], counts[2]);
        learntFromAttackers = attacked.size();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private int group(String mac, String role) {
        return role.equals("EXTERNAL") ? Groups.EXTERNAL : groupOf.getOrDefault(mac, Groups.UNKNOWN);
    }

    private static Packet request(Talk talk) {
        return Packet.v4(talk.protocol(), talk.clientPort(), talk.port());
    }

    private boolean works(int client, int server, Talk talk) {
        Packet reply = Protocols.isIcmp(talk.protocol())
                ? Packet.v4(talk.protocol(), 0, 0)
                : Packet.v4(talk.protocol(), talk.port(), talk.clientPort());
        return passes(client, server, request(talk)) && (!talk.answered() || passes(server, client, reply));
    }

    private boolean passes(int source, int destination, Packet packet) {
        return policy.find(source, destination)
                .map(PolicyCell::sgacl)
                .map(sgacl -> engine.decide(sgacl, packet).permitted())
                .orElse(false);
    }

    private double members(int role, int group) {
        return members[role < 0 ? campus.roles.size() : role][
                group < 0 ? mined.groups().names().size() : group];
    }

    /** Of the ports that a service of the policy has, how many a true service has, too. */
    private static int common(Service service, TrueService truth) {
        return service.protocol() != truth.protocol()
                ? 0
                : Math.max(0, Math.min(service.high(), truth.high()) - Math.max(service.low(), truth.low()) + 1);
    }

    /** Share of the permitted port space that is true, for each cell by the share of host pairs for which it is. */
    double precision(boolean byHostPairs) {
        double permitted = 0;
        double good = 0;
        for (Permit permit : mined.permits()) {
            double pairs = size(permit.client()) * size(permit.server());
            double right = 0;
            for (TrueService truth : campus.services) {
                right += members(truth.client(), permit.client())
                        * members(truth.server(), permit.server())
                        * common(permit.service(), truth);
            }
            double weight = byHostPairs ? pairs : 1;
            permitted += weight * permit.service().width();
            good += weight * right / pairs;
        }
        return permitted == 0 ? 0 : 100 * good / permitted;
    }

    private double size(int group) {
        return group < 0 ? 1 : Math.max(1, mined.groups().size(group));
    }

    /** Share of the true services that were used in learning and are permitted; flagged ones count if asked. */
    double recall(boolean rare, boolean orFlagged) {
        double all = 0;
        double found = 0;
        for (TrueService truth : campus.services) {
            if (truth.rare() == rare && truth.seen() > 0) {
                all++;
                found += found(truth, orFlagged);
            }
        }
        return all == 0 ? 100 : 100 * found / all;
    }

    private double found(TrueService truth, boolean orFlagged) {
        double pairs = 0;
        double good = 0;
        Map<Long, Integer> ports = new HashMap<>();
        for (Permit permit : mined.permits()) {
            int common = common(permit.service(), truth);
            if (common > 0) {
                ports.merge(key(permit.client(), permit.server()), common, Integer::sum);
            }
        }
        for (ReviewItem item : mined.review()) {
            if (orFlagged && common(item.service(), truth) > 0) {
                ports.put(key(item.client(), item.server()), truth.high() - truth.low() + 1);
            }
        }
        for (int client = -1; client < mined.groups().names().size(); client++) {
            for (int server = -1; server < mined.groups().names().size(); server++) {
                double weight = members(truth.client(), client) * members(truth.server(), server);
                pairs += weight;
                int width = truth.high() - truth.low() + 1;
                good += ports.getOrDefault(key(client, server), 0) >= ALL * width ? weight : 0;
            }
        }
        return pairs == 0 ? 0 : good / pairs;
    }

    private static long key(int client, int server) {
        return (long) client << 32 | server & 0xffff_ffffL;
    }

    /** Services of hosts that a compromised endpoint reaches, on average: before, and with the policy. */
    double[] exposure() {
        double before = 0;
        double after = 0;
        double endpoints = campus.roleOf.size();
        Set<String> offered = new HashSet<>();
        for (TrueService truth : campus.services) {
            if (truth.server() >= 0
                    && offered.add(truth.server() + " " + truth.protocol() + " " + truth.low() + truth.high())) {
                for (int server = 0; server < mined.groups().names().size(); server++) {
                    double hosts = members(truth.server(), server);
                    before += hosts;
                    for (int client = 0;
                            hosts > 0 && client < mined.groups().names().size();
                            client++) {
                        if (isPermitted(client, server, truth)) {
                            after += hosts * mined.groups().size(client) / endpoints;
                        }
                    }
                }
            }
        }
        return new double[] {before, after};
    }

    private boolean isPermitted(int client, int server, TrueService truth) {
        return policy.find(client, server).stream()
                .flatMap(cell -> cell.lines().stream())
                .flatMap(line -> line.requests().stream())
                .anyMatch(permit -> permit.client() == client && common(permit.service(), truth) > 0);
    }

    ProposedPolicy policy() {
        return policy;
    }

    int largestCell() {
        return policy.cells().stream()
                .mapToInt(cell -> cell.sgacl().aces().size())
                .max()
                .orElse(0);
    }

    /** What a person is asked to decide, without what is listed for the record only. */
    long decisions() {
        return mined.review().stream()
                .filter(item ->
                        item.reason() == ReviewItem.Reason.RARE || item.reason() == ReviewItem.Reason.FEW_SERVERS)
                .count();
    }
}
