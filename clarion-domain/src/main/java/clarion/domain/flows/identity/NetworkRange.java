package clarion.domain.flows.identity;

import clarion.domain.devices.IpAddress;

/**
 * A network: a prefix of addresses.
 *
 * @param first its first address
 * @param bits length of the prefix in the 128-bit form, 0 to 128; for IPv4, 96 more than one writes
 */
public record NetworkRange(Address first, int bits) {

    private static final int MAPPED_BITS = 96;

    public NetworkRange {
        if (bits < 0 || bits > 128) {
            throw new IllegalArgumentException("a prefix has 0 to 128 bits, not " + bits);
        }
        first = masked(first, bits);
    }

    /**
     * Reads {@code address/length}, or one address.
     *
     * @throws IllegalArgumentException if it is neither; the text is in the message
     */
    public static NetworkRange parse(String text) {
        int slash = text.indexOf('/');
        IpAddress ip = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        int most = ip.isV4() ? 32 : 128;
        String length =
                slash < 0 ? Integer.toString(most) : text.substring(slash + 1).strip();
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > most) {
            throw new IllegalArgumentException("not a network: '" + text + "'");
        }
        return new NetworkRange(Address.of(ip), Integer.parseInt(length) + (ip.isV4() ? MAPPED_BITS : 0));
    }

    /** The network of so many bits, as one writes them for the address's family, that an address is in. */
    public static NetworkRange around(Address address, int bits) {
        return new NetworkRange(address, address.isV4() ? bits + MAPPED_BITS : bits);
    }

    public boolean contains(Address address) {
        return masked(address, bits).equals(first);
    }

    private static Address masked(Address address, int bits) {
        long high = bits >= 64 ? address.high() : bits == 0 ? 0 : address.high() & -1L << (64 - bits);
        long low = bits >= 128 ? address.low() : bits <= 64 ? 0 : address.low() & -1L << (128 - bits);
        return new Address(high, low);
    }

    /** As one writes it. */
    @Override
    public String toString() {
        boolean v4 = bits >= MAPPED_BITS && first.isV4();
        return first.ip() + "/" + (v4 ? bits - MAPPED_BITS : bits);
    }
}
