package clarion.ejb.flows;

import clarion.domain.flows.identity.Party;
import clarion.domain.flows.identity.PartyResolver;
import clarion.domain.flows.identity.PartyResolver.Side;
import java.util.HashMap;
import java.util.Map;

/** Buckets and findings on their way to the database. Bounded: what is new beyond the bound is counted as dropped. */
final class Buckets {

    /** An SGT that an exporter saw of somebody whose session had another. */
    record Finding(Party party, int exporter, int recordSgt, int sessionSgt) {}

    /** When, and how often. */
    static final class Seen {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long conversations;

        void add(Seen other) {
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
            conversations += other.conversations;
        }

        void add(Totals totals) {
            first = Math.min(first, totals.first);
            last = Math.max(last, totals.last);
            conversations += totals.all();
        }
    }

    private static final int MOST_FINDINGS = 10_000;

    final Map<BucketKey, Totals> totals = new HashMap<>();
    final Map<Finding, Seen> findings = new HashMap<>();
    private final int bound;
    long dropped;
    long sides;
    long unresolvedSides;

    /** @param bound different buckets that it keeps */
    Buckets(int bound) {
        this.bound = bound;
    }

    /** Adds what was held, now that it is known whose addresses those were. */
    void add(HeldKey held, Totals counted, PartyResolver resolver) {
        Side client = resolver.resolve(held.client(), counted.first, held.clientMac(), held.clientSgt(), false);
        Side server = resolver.resolve(held.server(), counted.first, held.serverMac(), held.serverSgt(), held.silent());
        BucketKey key = new BucketKey(
                BucketKey.begin(counted.first),
                client.party(),
                server.party(),
                held.protocol(),
                held.service(),
                held.serviceLast(),
                held.exporter(),
                client.sgt(),
                server.sgt(),
                (client.sgtFromRecord() ? BucketKey.CLIENT_FROM_RECORD : 0)
                        | (server.sgtFromRecord() ? BucketKey.SERVER_FROM_RECORD : 0));
        Totals sum = totals.get(key);
        if (sum == null) {
            if (totals.size() >= bound) {
                dropped += counted.all();
                return;
            }
            sum = new Totals();
            totals.put(key, sum);
        }
        sum.add(counted);
        note(client, held.exporter(), counted);
        note(server, held.exporter(), counted);
    }

    private void note(Side side, int exporter, Totals counted) {
        if (side.party().kind() == Party.Kind.DEVICE || side.party().kind() == Party.Kind.INTERNAL) {
            sides += counted.all();
            unresolvedSides += side.party().kind() == Party.Kind.INTERNAL ? counted.all() : 0;
        }
        if (side.isContradictory()) {
            Seen seen = new Seen();
            seen.add(counted);
            merge(new Finding(side.party(), exporter, side.sgt(), side.sessionSgt()), seen);
        }
    }

    /** Adds to a finding. */
    void merge(Finding finding, Seen seen) {
        if (findings.size() < MOST_FINDINGS || findings.containsKey(finding)) {
            findings.computeIfAbsent(finding, first -> new Seen()).add(seen);
        }
    }

    boolean isEmpty() {
        return totals.isEmpty();
    }
}
