package clarion.ejb.access;

import clarion.domain.devices.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** The addresses of reverse proxies whose word about the caller is taken. */
public final class TrustedProxies {

    private record Prefix(IpAddress network, int bits) {
        boolean contains(IpAddress address) {
            byte[] expected = network.octets();
            byte[] octets = address.octets();
            if (octets.length != expected.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((octets[bit / 8] & mask) != (expected[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Prefix> prefixes;

    private TrustedProxies(List<Prefix> prefixes) {
        this.prefixes = List.copyOf(prefixes);
    }

    /**
     * Reads a comma-separated list of addresses and prefixes.
     *
     * @throws IllegalArgumentException if an element is neither; it is in the message
     */
    public static TrustedProxies parse(String text) {
        List<Prefix> prefixes = new ArrayList<>();
        for (String element : text.split(",")) {
            String stripped = element.strip();
            if (!stripped.isEmpty()) {
                prefixes.add(prefix(stripped));
            }
        }
        return new TrustedProxies(prefixes);
    }

    private static Prefix prefix(String text) {
        int slash = text.indexOf('/');
        IpAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        int width = network.isV4() ? 32 : 128;
        try {
            int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= width) {
                return new Prefix(network, bits);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "not a prefix: '" + text + "'; the length after / is a number from 0 to " + width);
    }

    /** True when the address is one of a trusted proxy. */
    public boolean contains(String address) {
        return IpAddress.find(address)
                .filter(found -> prefixes.stream().anyMatch(prefix -> prefix.contains(found)))
                .isPresent();
    }
}
