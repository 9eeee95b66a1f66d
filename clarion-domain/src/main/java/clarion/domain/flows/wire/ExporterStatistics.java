package clarion.domain.flows.wire;

import clarion.domain.devices.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What was seen of one exporter since its first packet; counts only grow. Times are in milliseconds since 1970 UTC.
 *
 * @param address where its packets come from
 * @param known true if it is one of the configured exporters
 * @param accepted false if its packets are refused
 * @param firstSeen its first packet
 * @param lastSeen its last
 * @param versions protocol versions that it speaks: of 5, 9 and 10, ascending
 * @param packets packets taken
 * @param refused packets refused
 * @param records records of flows read
 * @param ignored records read that are of no flow between two addresses, such as of options
 * @param correctedRecords records whose times were moved because the exporter's clock is wrong
 * @param errors what could not be read, by kind; kinds that never happened are missing
 * @param waiting sets that wait for their template now
 * @param missingTemplate sets that were dropped because their template did not come
 * @param gaps how often its sequence numbers jumped: a hint, as many exporters count wrongly
 * @param missing how many packets (version 9) or records (5, IPFIX) those jumps are
 * @param withdrawals templates that it withdrew; over UDP they are kept (RFC 7011, 8.4)
 * @param replacedTemplates templates that it announced anew with other fields
 * @param clockOffset by how many milliseconds its clock is behind Clarion's; negative if ahead; within a second, the
 *     protocol's resolution, it means nothing
 * @param templates templates known now
 * @param domains its observation domains, by version and id
 */
public record ExporterStatistics(
        IpAddress address,
        boolean known,
        boolean accepted,
        long firstSeen,
        long lastSeen,
        List<Integer> versions,
        long packets,
        long refused,
        long records,
        long ignored,
        long correctedRecords,
        Map<DecodeError, Long> errors,
        int waiting,
        long missingTemplate,
        long gaps,
        long missing,
        long withdrawals,
        long replacedTemplates,
        long clockOffset,
        int templates,
        List<Domain> domains) {

    /**
     * One observation domain (IPFIX), source id (version 9) or engine type times 256 plus engine id (version 5).
     *
     * @param version the protocol version
     * @param id the domain's number, 0 to 2^32 - 1
     * @param packets packets of it
     * @param records records of flows read
     * @param templates templates known now
     * @param missing what its sequence numbers say is missing
     * @param unknownSamplers records that name a sampler of which no options record told; they count as not sampled
     * @param lastSeen its last packet
     */
    public record Domain(
            int version,
            long id,
            long packets,
            long records,
            int templates,
            long missing,
            long unknownSamplers,
            long lastSeen) {}

    public ExporterStatistics {
        versions = List.copyOf(versions);
        errors = Map.copyOf(errors);
        domains = List.copyOf(domains);
    }

    /** All that could not be read. */
    public long decodeErrors() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    static ExporterStatistics of(ExporterState state, List<DomainState> domains, int templates) {
        List<Integer> versions = new ArrayList<>();
        for (int version : new int[] {5, 9, 10}) {
            if ((state.versions & 1 << version) != 0) {
                versions.add(version);
            }
        }
        List<Domain> seen = domains.stream()
                .filter(domain -> domain.packets > 0)
                .map(domain -> new Domain(
                        domain.version,
                        domain.id,
                        domain.packets,
                        domain.records,
                        domain.templates.size(),
                        domain.missing,
                        domain.unknownSamplers,
                        domain.lastSeen))
                .sorted(Comparator.comparingInt(Domain::version).thenComparingLong(Domain::id))
                .toList();
        return new ExporterStatistics(
                state.address,
                state.known,
                true,
                state.firstSeen,
                state.lastSeen,
                versions,
                state.packets,
                0,
                state.records,
                state.ignored,
                state.corrected,
                state.errors,
                state.pending.waiting(),
                state.pending.dropped(),
                state.gaps,
                state.missing,
                state.withdrawals,
                state.replaced,
                state.clockOffset,
                templates,
                seen);
    }

    static ExporterStatistics refused(IpAddress address, long first, long last, long packets) {
        return new ExporterStatistics(
                address, false, false, first, last, List.of(), 0, packets, 0, 0, 0, Map.of(), 0, 0, 0, 0, 0, 0, 0, 0,
                List.of());
    }
}
