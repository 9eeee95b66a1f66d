package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.SessionFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One building: its switches, its wireless controller with access points, its address pools. */
final class Building {

    private static final int PORTS_PER_SWITCH = 48;
    private static final int SWITCHES = 200;
    private static final int CONTROLLER = 250;

    private final int number;
    private final Map<Segment, AddressPool> pools = new EnumMap<>(Segment.class);
    private final List<Map<Segment, Attributes>> accessPoints = new ArrayList<>();
    private int usedPorts;

    /** @param number 0 to 199 */
    Building(int number, int accessPointCount) {
        this.number = number;
        for (Segment segment : Segment.values()) {
            pools.put(segment, new AddressPool(number, segment));
        }
        for (int i = 0; i < accessPointCount; i++) {
            Map<Segment, Attributes> places = new EnumMap<>(Segment.class);
            places.put(Segment.WIRELESS, wireless(i, "corp", 1));
            places.put(Segment.BYOD, wireless(i, "corp-byod", 2));
            places.put(Segment.GUEST, wireless(i, "guest", 3));
            accessPoints.add(places);
        }
    }

    AddressPool pool(Segment segment) {
        AddressPool pool = pools.get(segment);
        if (pool == null) {
            throw new IllegalArgumentException("no pool for " + segment);
        }
        return pool;
    }

    /** The next free switch port. */
    Attributes wire() {
        int port = usedPorts % PORTS_PER_SWITCH + 1;
        int unit = usedPorts / PORTS_PER_SWITCH % SWITCHES;
        int stack = usedPorts / PORTS_PER_SWITCH / SWITCHES + 1;
        usedPorts++;
        return Attributes.of(
                SessionFields.NAS_IP_ADDRESS,
                "10.255." + number + "." + (unit + 1),
                SessionFields.NAS_IDENTIFIER,
                String.format("b%02d-sw%02d", number + 1, unit + 1),
                SessionFields.NAS_PORT_ID,
                "GigabitEthernet" + stack + "/0/" + port,
                SessionFields.NAS_PORT_TYPE,
                "Ethernet",
                SessionFields.CALLED_STATION_ID,
                String.format("88:5A:92:%02X:%02X:%02X", number, unit, (stack - 1) * PORTS_PER_SWITCH + port));
    }

    /** Some access point, as a wireless segment sees it. */
    Attributes radio(Segment segment, SplittableRandom random) {
        Attributes place = accessPoints.get(random.nextInt(accessPoints.size())).get(segment);
        if (place == null) {
            throw new IllegalArgumentException(segment + " is wired");
        }
        return place;
    }

    private Attributes wireless(int accessPoint, String ssid, int wlan) {
        return Attributes.of(
                SessionFields.NAS_IP_ADDRESS,
                "10.255." + number + "." + CONTROLLER,
                SessionFields.NAS_IDENTIFIER,
                String.format("b%02d-wlc", number + 1),
                SessionFields.NAS_PORT_ID,
                "capwap_9000000" + wlan,
                SessionFields.NAS_PORT_TYPE,
                "Wireless - IEEE 802.11",
                SessionFields.CALLED_STATION_ID,
                String.format("70-db-98-%02x-%02x-%x0:%s", number, accessPoint & 255, wlan, ssid),
                SessionFields.SSID,
                ssid,
                SessionFields.AIRESPACE_WLAN_ID,
                Integer.toString(wlan));
    }
}
