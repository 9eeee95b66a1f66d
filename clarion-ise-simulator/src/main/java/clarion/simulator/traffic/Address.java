package clarion.simulator.traffic;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An address as two halves of an IPv6 address; IPv4 in its mapped form (RFC 4291, 2.5.5.2).
 *
 * @param high the upper half, 0 for IPv4
 * @param low the lower half
 */
public record Address(long high, long low) {

    private static final long MAPPED = 0xffffL << 32;

    /** The IPv4 address of these 32 bits. */
    public static Address v4(int bits) {
        return new Address(0, MAPPED | bits & 0xffff_ffffL);
    }

    public static Address v4(int first, int second, int third, int fourth) {
        return v4(first << 24 | second << 16 | third << 8 | fourth);
    }

    /** Reads an address; names are not looked up. */
    public static Address parse(String text) {
        if (!text.matches("[0-9a-fA-F:.]+")) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        try {
            byte[] octets = InetAddress.getByName(text).getAddress();
            long high = 0;
            long low = octets.length == 4 ? 0xffff : 0;
            for (byte octet : octets) {
                high = high << 8 | low >>> 56;
                low = low << 8 | octet & 255;
            }
            return octets.length == 4 ? v4((int) low) : new Address(high, low);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
    }

    public boolean isV4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** Network order: 4 octets, or 16. */
    public byte[] octets() {
        byte[] octets = new byte[isV4() ? 4 : 16];
        for (int i = 1; i <= octets.length; i++) {
            octets[octets.length - i] = (byte) (i <= 8 ? low >>> 8 * (i - 1) : high >>> 8 * (i - 9));
        }
        return octets;
    }

    @Override
    public String toString() {
        if (isV4()) {
            return (low >> 24 & 255) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
        }
        StringBuilder text = new StringBuilder();
        for (int part = 7; part >= 0; part--) {
            long half = part > 3 ? high : low;
            text.append(Long.toHexString(half >>> 16 * (part & 3) & 0xffff)).append(part > 0 ? ":" : "");
        }
        return text.toString();
    }
}
