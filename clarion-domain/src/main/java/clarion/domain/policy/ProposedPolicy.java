package clarion.domain.policy;

import clarion.domain.policy.mining.Groups;
import clarion.domain.policy.mining.Mined;
import clarion.domain.policy.mining.Permit;
import clarion.domain.sgacl.Ace;
import clarion.domain.sgacl.IpFamily;
import clarion.domain.sgacl.Sgacl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A policy made of what was mined: a cell for each pair of groups that has a permit or the replies to one, everything
 * else denied. Replies are a packet of the other cell, because SGACLs have no state.
 */
public final class ProposedPolicy {

    private final Groups groups;
    private final SortedMap<Long, PolicyCell> cells = new TreeMap<>();
    private final SortedMap<String, Sgacl> sgacls = new TreeMap<>();

    private ProposedPolicy(Groups groups) {
        this.groups = groups;
    }

    /** Makes the policy; the same permits give the same. */
    public static ProposedPolicy of(Mined mined) {
        ProposedPolicy policy = new ProposedPolicy(mined.groups());
        Map<Long, CellLines> lines = new TreeMap<>();
        for (Permit permit : mined.permits()) {
            lines.computeIfAbsent(key(permit.client(), permit.server()), k -> new CellLines())
                    .request(permit);
            if (permit.replies()) {
                lines.computeIfAbsent(key(permit.server(), permit.client()), k -> new CellLines())
                        .reply(permit);
            }
        }
        lines.forEach(policy::add);
        return policy;
    }

    private static long key(int source, int destination) {
        return (long) source << 32 | destination & 0xffff_ffffL;
    }

    private void add(long key, CellLines collected) {
        List<PolicyLine> lines = collected.lines();
        List<Ace> aces = new ArrayList<>(lines.stream().map(PolicyLine::ace).toList());
        aces.add(Ace.DENY_IP);
        Sgacl sgacl = new Sgacl(IpFamily.IPV4, aces);
        String name = name(sgacl);
        cells.put(key, new PolicyCell((int) (key >> 32), (int) key, name, sgacl, lines));
    }

    /** A name that lists of the same content share, from run to run: letters, digits and underscores, as ISE wants. */
    private String name(Sgacl sgacl) {
        CRC32 sum = new CRC32();
        sum.update(sgacl.text().getBytes(StandardCharsets.US_ASCII));
        String name = String.format("Clarion_%08x", sum.getValue());
        while (sgacls.containsKey(name) && !sgacls.get(name).equals(sgacl)) {
            name += "_2";
        }
        sgacls.put(name, sgacl);
        return name;
    }

    /** Collects the lines of one cell: one for each ACE, without those that another line has in it. */
    private static final class CellLines {

        private final Map<Ace, List<Permit>> requests = new HashMap<>();
        private final Map<Ace, List<Permit>> replies = new HashMap<>();

        void request(Permit permit) {
            requests.computeIfAbsent(permit.service().request(), k -> new ArrayList<>())
                    .add(permit);
        }

        void reply(Permit permit) {
            replies.computeIfAbsent(permit.service().reply(), k -> new ArrayList<>())
                    .add(permit);
        }

        List<PolicyLine> lines() {
            TreeMap<Ace, PolicyLine> lines = new TreeMap<>(Comparator.comparingInt(Ace::protocol)
                    .thenComparing(ace -> ace.destination().isAny())
                    .thenComparingInt(ace -> ace.destination().low())
                    .thenComparingInt(ace -> ace.destination().high())
                    .thenComparingInt(ace -> ace.source().low())
                    .thenComparingInt(ace -> ace.source().high()));
            requests.forEach((ace, from) ->
                    lines.put(ace, new PolicyLine(ace, from, replies.getOrDefault(ace, List.of()))));
            replies.forEach((ace, from) ->
                    lines.putIfAbsent(ace, new PolicyLine(ace, requests.getOrDefault(ace, List.of()), from)));
            List<PolicyLine> kept = new ArrayList<>();
            for (PolicyLine line : lines.values()) {
                Optional<PolicyLine> wider = lines.values().stream()
                        .filter(other -> !other.ace().equals(line.ace()) && isWithin(line.ace(), other.ace()))
                        .findFirst();
                if (wider.isEmpty()) {
                    kept.add(line);
                }
            }
            return kept;
        }

        private static boolean isWithin(Ace inner, Ace outer) {
            return inner.protocol() == outer.protocol()
                    && inner.source().low() >= outer.source().low()
                    && inner.source().high() <= outer.source().high()
                    && inner.destination().low() >= outer.destination().low()
                    && inner.destination().high() <= outer.destination().high();
        }
    }

    public Groups groups() {
        return groups;
    }

    /** All cells with a list of their own, by source and destination; every other pair is denied. */
    public List<PolicyCell> cells() {
        return List.copyOf(cells.values());
    }

    public Optional<PolicyCell> find(int source, int destination) {
        return Optional.ofNullable(cells.get(key(source, destination)));
    }

    /** The lists by name; equal cells share one. */
    public SortedMap<String, Sgacl> sgacls() {
        return sgacls;
    }

    /** ACEs of all cells together, as a switch that has them all must hold them. */
    public int aces() {
        return cells.values().stream()
                .mapToInt(cell -> cell.sgacl().aces().size())
                .sum();
    }
}
