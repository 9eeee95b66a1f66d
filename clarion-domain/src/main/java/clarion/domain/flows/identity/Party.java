package clarion.domain.flows.identity;

import clarion.domain.flows.FlowBatch;
import org.jspecify.annotations.Nullable;

/**
 * One side of traffic, as it is counted.
 *
 * @param kind what is known of it
 * @param mac the device, 48 bits, or {@link FlowBatch#UNKNOWN}
 * @param userId the user's number in the database, or unknown
 * @param address the address that it had; null where many are counted together
 * @param name the group of external addresses, or the network of addresses that do not answer; else null
 */
public record Party(
        Kind kind,
        long mac,
        long userId,
        @Nullable Address address,
        @Nullable String name) {

    /** What is known of a side. */
    public enum Kind {
        /** A device or user by a session, or a device by the MAC address that an exporter saw on its own segment. */
        DEVICE,
        /** An address of the organisation, and nobody knows whose. */
        INTERNAL,
        /** Addresses outside, counted by group. */
        EXTERNAL,
        /** A multicast or broadcast address. */
        GROUP
    }

    public static Party device(long mac, long userId, Address address) {
        return new Party(Kind.DEVICE, mac, userId, address, null);
    }

    public static Party internal(Address address) {
        return new Party(Kind.INTERNAL, FlowBatch.UNKNOWN, FlowBatch.UNKNOWN, address, null);
    }

    /** Addresses of one network that were asked and did not answer. */
    public static Party silent(NetworkRange network) {
        return new Party(Kind.INTERNAL, FlowBatch.UNKNOWN, FlowBatch.UNKNOWN, null, network.toString());
    }

    public static Party external(String group) {
        return new Party(Kind.EXTERNAL, FlowBatch.UNKNOWN, FlowBatch.UNKNOWN, null, group);
    }

    public static Party group(Address address) {
        return new Party(Kind.GROUP, FlowBatch.UNKNOWN, FlowBatch.UNKNOWN, address, null);
    }

    /** The same device and user, whatever its address. */
    public Party anywhere() {
        return kind == Kind.DEVICE ? new Party(kind, mac, userId, null, null) : this;
    }
}
