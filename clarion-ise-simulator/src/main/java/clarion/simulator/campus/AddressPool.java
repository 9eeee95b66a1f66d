package clarion.simulator.campus;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The DHCP addresses of one segment in one building; the address that was given back longest ago is reused first. */
final class AddressPool {

    /** Addresses that rest before the first of them is given to another device. */
    private static final int RESTING = 4;

    private static final int FIRST = 10;
    private static final int LAST = 4090;

    private final int building;
    private final Segment segment;
    private final Deque<String> resting = new ArrayDeque<>();
    private int next = FIRST;

    /** @param building 0 to 199 */
    AddressPool(int building, Segment segment) {
        this.building = building;
        this.segment = segment;
    }

    /** An address nobody has, or null if none is left. */
    @Nullable
    String take() {
        if (resting.size() > RESTING || next > LAST) {
            return resting.pollFirst();
        }
        int host = next++;
        return "10." + (building + 1) + "." + (segment.block() * 16 + (host >> 8)) + "." + (host & 255);
    }

    void giveBack(String address) {
        resting.addLast(address);
    }

    /** The IPv6 address that a device with this MAC address makes for itself here (RFC 4291, modified EUI-64). */
    String ipv6(String mac) {
        String[] octets = mac.split(":");
        int[] parts = new int[6];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Integer.parseInt(octets[i], 16);
        }
        return String.format(
                "2001:db8:%x:%x:%x:%x:%x:%x",
                building + 1,
                segment.vlan(),
                (parts[0] ^ 2) << 8 | parts[1],
                parts[2] << 8 | 0xff,
                0xfe00 | parts[3],
                parts[4] << 8 | parts[5]);
    }
}
