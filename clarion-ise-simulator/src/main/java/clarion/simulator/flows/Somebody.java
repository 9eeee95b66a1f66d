package clarion.simulator.flows;

import clarion.simulator.campus.Stay;
import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Role;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A side of a conversation of the living campus, as it is when it begins.
 *
 * @param role what it is, or null for somebody of the internet
 * @param stay where it is, if it may go
 * @param v4 as it speaks IPv4
 * @param v6 as it speaks IPv6, if it can
 * @param letIn false for a device that has been shut away
 */
record Somebody(
        @Nullable Role role,
        @Nullable Stay stay,
        Party v4,
        @Nullable Party v6,
        boolean letIn) {

    /** A server, which stays. */
    static Somebody of(Servers.Server server) {
        return new Somebody(server.role(), null, server.v4(), server.v6(), true);
    }

    /** Somebody of the internet. */
    static Somebody of(Party outside) {
        return new Somebody(null, null, outside, null, true);
    }

    /**
     * A device where it is now.
     *
     * @param party makes a side of an address
     */
    static Somebody of(Role role, Stay stay, Function<Address, Party> party) {
        return new Somebody(
                role,
                stay,
                party.apply(Address.parse(stay.address())),
                stay.ipv6().map(Address::parse).map(party).orElse(null),
                stay.letIn());
    }

    /** When it goes, in milliseconds; far away if it has not gone yet. */
    long gone() {
        return stay == null ? Long.MAX_VALUE : stay.endMillis();
    }

    Party at(boolean overV6) {
        return overV6 && v6 != null ? v6 : v4;
    }
}
