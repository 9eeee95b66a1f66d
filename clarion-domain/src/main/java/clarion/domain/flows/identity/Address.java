package clarion.domain.flows.identity;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.FlowBatch;

/**
 * An address as flows have it, as a key.
 *
 * @param high upper half of the IPv6 address, see {@link FlowBatch}
 * @param low lower half; an IPv4 address as its IPv4-mapped form
 */
public record Address(long high, long low) implements Comparable<Address> {

    /** The same address in this form. */
    public static Address of(IpAddress ip) {
        byte[] octets = ip.octets();
        if (octets.length == 4) {
            return new Address(0, FlowBatch.mapped((int) number(octets, 0, 4)));
        }
        return new Address(number(octets, 0, 8), number(octets, 8, 16));
    }

    private static long number(byte[] octets, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number << 8 | octets[i] & 0xff;
        }
        return number;
    }

    public boolean isV4() {
        return FlowBatch.isV4(high, low);
    }

    public IpAddress ip() {
        return FlowBatch.address(high, low);
    }

    @Override
    public int compareTo(Address other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public int hashCode() { // sequential addresses spread over all buckets
        long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && high == that.high && low == that.low;
    }

    @Override
    public String toString() {
        return ip().toString();
    }
}
