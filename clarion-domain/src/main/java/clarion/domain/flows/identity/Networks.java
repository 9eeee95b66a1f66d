package clarion.domain.flows.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an address is to the organisation by itself.
 *
 * @param internal the networks whose addresses are the organisation's own
 * @param named groups of external addresses that are told apart, the first that fits counts
 * @param v4Bits external IPv4 addresses without a name are grouped by prefixes of so many bits; 0 for one group
 * @param v6Bits likewise for IPv6
 */
public record Networks(List<NetworkRange> internal, List<Named> named, int v4Bits, int v6Bits) {

    /** RFC 1918, RFC 6598 left out; RFC 4193; link-local of RFC 3927 and RFC 4291. */
    public static final List<NetworkRange> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10")
            .map(NetworkRange::parse)
            .toList();

    private static final List<NetworkRange> GROUPS =
            Stream.of("224.0.0.0/4", "ff00::/8").map(NetworkRange::parse).toList();

    private static final Address BROADCAST = new Address(0, 0xffff_ffff_ffffL);

    /** Networks under one name. */
    public record Named(String name, NetworkRange range) {
        public Named {
            if (name.isBlank() || name.length() > 60) {
                throw new IllegalArgumentException("a name of networks has 1 to 60 characters, not '" + name + "'");
            }
        }
    }

    public Networks {
        internal = List.copyOf(internal);
        named = List.copyOf(named);
        if (v4Bits < 0 || v4Bits > 32 || v6Bits < 0 || v6Bits > 128) {
            throw new IllegalArgumentException("no prefix lengths: " + v4Bits + " and " + v6Bits);
        }
    }

    /** True for multicast and for the broadcast of the local network; a subnet's own broadcast is not to be told. */
    public static boolean isGroup(Address address) {
        return address.equals(BROADCAST) || GROUPS.stream().anyMatch(range -> range.contains(address));
    }

    public boolean isInternal(Address address) {
        for (NetworkRange range : internal) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The name of the group that an external address counts to. */
    public String group(Address address) {
        Optional<String> name = named.stream()
                .filter(group -> group.range().contains(address))
                .map(Named::name)
                .findFirst();
        return name.orElseGet(() -> {
            int bits = address.isV4() ? v4Bits : v6Bits;
            if (bits == 0) {
                return address.isV4() ? "external IPv4" : "external IPv6";
            }
            return NetworkRange.around(address, bits).toString();
        });
    }
}
