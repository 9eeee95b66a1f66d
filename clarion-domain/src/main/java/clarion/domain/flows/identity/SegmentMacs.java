package clarion.domain.flows.identity;

import clarion.domain.flows.FlowBatch;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells the MAC addresses of devices from those of routers, behind which many addresses are seen. Bounded: the MAC
 * address that was asked for the longest time ago is forgotten first. Not thread-safe.
 */
public final class SegmentMacs {

    /** More addresses than these are behind a router: a device with IPv4 has a handful of IPv6 addresses, too. */
    public static final int MOST_ADDRESSES = 16;

    private static final long MULTICAST = 1L << 40;

    private final Map<Long, Set<Address>> seen;

    /** @param bound MAC addresses that it remembers */
    public SegmentMacs(int bound) {
        seen = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Set<Address>> eldest) {
                return size() > bound;
            }
        };
    }

    /** True if the MAC address with which an exporter saw an address is that of the device which has the address. */
    public boolean isDevice(long mac, Address address) {
        if (mac == FlowBatch.UNKNOWN || mac == 0 || (mac & MULTICAST) != 0) {
            return false;
        }
        Set<Address> addresses = seen.computeIfAbsent(mac, first -> new HashSet<>(4));
        if (addresses.size() <= MOST_ADDRESSES) {
            addresses.add(address);
        }
        return addresses.size() <= MOST_ADDRESSES;
    }
}
