package clarion.domain.flows.identity;

import clarion.domain.flows.FlowBatch;

/**
 * What a session said of an address at an instant: that it has it, with whom, or that it has it no longer.
 *
 * @param address the address
 * @param atMillis when, in milliseconds since 1970 UTC by ISE's clock
 * @param sessionId the session's number in the database
 * @param mac the device, 48 bits, or {@link FlowBatch#UNKNOWN}
 * @param userId the user's number in the database, or unknown
 * @param sgt the session's SGT, or unknown
 * @param live false if the session has the address no longer
 */
public record AddressChange(
        Address address, long atMillis, long sessionId, long mac, long userId, int sgt, boolean live) {

    public boolean hasMac() {
        return mac != FlowBatch.UNKNOWN;
    }
}
