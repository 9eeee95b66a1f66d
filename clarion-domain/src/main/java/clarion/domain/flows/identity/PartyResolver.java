package clarion.domain.flows.identity;

import clarion.domain.flows.FlowBatch;
import java.util.Optional;

/** Turns one side of a conversation into whom it was at that instant. Not thread-safe. */
public final class PartyResolver {

    /** Addresses that do not answer are counted by networks of these prefix lengths. */
    private static final int SILENT_V4_BITS = 24;

    private static final int SILENT_V6_BITS = 64;

    private final AddressLog log;
    private final Networks networks;
    private final SegmentMacs macs;

    public PartyResolver(AddressLog log, Networks networks, SegmentMacs macs) {
        this.log = log;
        this.networks = networks;
        this.macs = macs;
    }

    /**
     * A side.
     *
     * @param party whom to count it to
     * @param sgt its SGT: the record's, else the session's, else unknown
     * @param sgtFromRecord whether it is the record's
     * @param sessionSgt the session's SGT, or unknown
     */
    public record Side(Party party, int sgt, boolean sgtFromRecord, int sessionSgt) {

        /** True if session and record say different SGTs. */
        public boolean isContradictory() {
            return sgtFromRecord && sessionSgt != FlowBatch.UNKNOWN && sessionSgt != sgt;
        }
    }

    /**
     * Who had an address.
     *
     * @param millis the instant
     * @param recordMac the MAC address with which an exporter saw it on its own segment, or unknown
     * @param recordSgt the SGT that an exporter saw, or unknown. SGT 0 says that the exporter knew none
     * @param silent whether it is one of many that a scan asked in vain
     */
    public Side resolve(Address address, long millis, long recordMac, int recordSgt, boolean silent) {
        Optional<AddressChange> claim = log.at(address, millis);
        int sessionSgt = claim.map(AddressChange::sgt).orElse(FlowBatch.UNKNOWN);
        boolean fromRecord = recordSgt > 0 || (recordSgt == 0 && sessionSgt == FlowBatch.UNKNOWN);
        Party party = claim.map(found -> Party.device(found.mac(), found.userId(), address))
                .orElseGet(() -> withoutSession(address, recordMac, silent));
        return new Side(party, fromRecord ? recordSgt : sessionSgt, fromRecord, sessionSgt);
    }

    private Party withoutSession(Address address, long recordMac, boolean silent) {
        if (Networks.isGroup(address)) {
            return Party.group(address);
        }
        if (!networks.isInternal(address)) {
            return Party.external(networks.group(address));
        }
        if (macs.isDevice(recordMac, address)) {
            return Party.device(recordMac, FlowBatch.UNKNOWN, address);
        }
        return silent
                ? Party.silent(NetworkRange.around(address, address.isV4() ? SILENT_V4_BITS : SILENT_V6_BITS))
                : Party.internal(address);
    }
}
