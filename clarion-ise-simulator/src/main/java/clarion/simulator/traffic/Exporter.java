package clarion.simulator.traffic;

/**
 * A switch that reports what it forwards.
 *
 * @param number 0 and up
 * @param name as inventories have it
 * @param sgts whether it reports security groups
 * @param oneWay whether it reports only what comes in from devices on its own ports
 * @param sampling it looks at one packet of so many; 1 is all
 * @param activeMillis after so long it reports what lasts, and again
 */
public record Exporter(int number, String name, boolean sgts, boolean oneWay, int sampling, long activeMillis) {

    /** The interface towards the rest of the network. */
    public static final int UPLINK = 10_149;

    private static final int PORTS = 48;

    public Exporter {
        if (sampling < 1 || activeMillis < 1) {
            throw new IllegalArgumentException(
                    "exporter " + name + " samples 1:" + sampling + " every " + activeMillis);
        }
    }

    /** The interface number of a port, 0 and up: 48 to a unit of the stack. */
    public static int port(int index) {
        return (index / PORTS + 1) * 10_000 + 101 + index % PORTS;
    }

    /** What the switch calls an interface. */
    public static String interfaceName(int index) {
        return index == UPLINK
                ? "TenGigabitEthernet1/1/1"
                : "GigabitEthernet" + index / 10_000 + "/0/" + (index % 10_000 - 100);
    }
}
