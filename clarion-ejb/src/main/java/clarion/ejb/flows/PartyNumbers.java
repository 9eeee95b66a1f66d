package clarion.ejb.flows;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Party;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers numbers of parties and exporters for the rest of the day: then they are asked for again, which tells the
 * database that they are still in use. Used by one thread.
 */
final class PartyNumbers {

    /** As whose flows are listed of which a file does not say who exported them. */
    private static final String NAMELESS = "(unknown)";

    private static final int MOST = 1_000_000;

    private final FlowCommitService service;
    private final Exporters exporters;
    private final Map<Party, Integer> parties = new HashMap<>();
    private final Map<Integer, Integer> sources = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    PartyNumbers(FlowCommitService service, Exporters exporters) {
        this.service = service;
        this.exporters = exporters;
    }

    /** The numbers that a batch needs. */
    FlowStore.Numbers of(Buckets buckets, LocalDate today) {
        if (!today.equals(day) || parties.size() > MOST) {
            parties.clear();
            day = today;
        }
        Set<Party> unknown = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (BucketKey key : buckets.totals.keySet()) {
            want(key.client(), unknown);
            want(key.server(), unknown);
            want(key.exporter(), names);
        }
        for (Buckets.Finding finding : buckets.findings.keySet()) {
            want(finding.party(), unknown);
            want(finding.exporter(), names);
        }
        if (!unknown.isEmpty()) {
            service.registerParties(unknown, parties);
        }
        if (!names.isEmpty()) {
            Map<String, Integer> found = new HashMap<>();
            service.registerSources(names, found);
            names.forEach(name -> {
                Integer number = found.get(name);
                if (number != null) {
                    sources.put(name.equals(NAMELESS) ? FlowBatch.UNKNOWN : exporters.number(name), number);
                }
            });
        }
        return new FlowStore.Numbers(parties, sources);
    }

    private void want(int exporter, Set<String> names) {
        if (!sources.containsKey(exporter)) {
            names.add(exporter == FlowBatch.UNKNOWN ? NAMELESS : exporters.name(exporter));
        }
    }

    private void want(Party party, Set<Party> unknown) {
        if (!parties.containsKey(party)) {
            unknown.add(party);
        }
    }
}
