package clarion.ejb.listing;

import clarion.domain.devices.IpAddress;
import java.util.regex.Pattern;

/**
 * A network as a filter names it, {@code address/prefix-length}, or one address.
 *
 * @param first its first address; with {@code last} as bounds, an index on the column serves whatever the plan knows of
 *     the values
 * @param last its last address
 * @param isOneSubnet whether it is no larger than what usually is one subnet, {@value #SUBNET_V4} bits in IPv4 and
 *     {@value #SUBNET_V6} in IPv6
 */
record Network(String first, String last, boolean isOneSubnet) {

    private static final int SUBNET_V4 = 20;
    private static final int SUBNET_V6 = 64;
    private static final Pattern PREFIX_LENGTH = Pattern.compile("[0-9]{1,3}");

    /**
     * Reads an address or a network; bits beyond the prefix do not matter.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            String address = Operands.ip(text);
            return new Network(address, address, true);
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        String length = text.substring(slash + 1).strip();
        int bits = PREFIX_LENGTH.matcher(length).matches() ? Integer.parseInt(length) : -1;
        if (bits < 0 || bits > (address.isV4() ? 32 : 128)) {
            throw new IllegalArgumentException("not a network: '" + text + "'");
        }
        byte[] first = address.octets();
        byte[] last = address.octets();
        for (int i = bits; i < first.length * 8; i++) {
            first[i / 8] &= (byte) ~(0x80 >>> i % 8);
            last[i / 8] |= (byte) (0x80 >>> i % 8);
        }
        return new Network(octets(first), octets(last), bits >= (address.isV4() ? SUBNET_V4 : SUBNET_V6));
    }

    boolean isOneAddress() {
        return first.equals(last);
    }

    /** As PostgreSQL reads it; not through IpAddress, which would take an IPv4-mapped address for IPv4. */
    private static String octets(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < octets.length; i++) {
            if (octets.length == 4) {
                text.append(i == 0 ? "" : ".").append(octets[i] & 0xff);
            } else {
                text.append(i == 0 || i % 2 == 1 ? "" : ":").append(String.format("%02x", octets[i]));
            }
        }
        return text.toString();
    }
}
