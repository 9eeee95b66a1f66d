package clarion.simulator.traffic;

import java.util.SplittableRandom;

/**
 * What a server offers.
 *
 * @param name as in {@code services.txt}
 * @param protocol 6 TCP, 17 UDP, 1 ICMP (IANA)
 * @param portLow the port, or the first of a range; for ICMP type times 256 plus code
 * @param portHigh the same, or the last of the range
 * @param shape how a conversation looks
 * @param clientPort the port that clients send from, {@link #EPHEMERAL} or {@link #SAME}
 * @param few whether a server uses only a few ports of the range on a day, as RPC does
 */
public record Service(String name, int protocol, int portLow, int portHigh, Shape shape, int clientPort, boolean few) {

    /** Clients send from a port of their own that is another each time. */
    public static final int EPHEMERAL = -1;

    /** Clients send from the service's port. */
    public static final int SAME = -2;

    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;

    private static final int FEW = 6;
    private static final int EPHEMERAL_WINDOWS = 49_152;
    private static final int EPHEMERAL_LINUX = 32_768;
    private static final int EPHEMERAL_LINUX_END = 61_000;
    private static final int PORTS = 65_536;

    public Service {
        if (portLow < 0 || portHigh < portLow || portHigh >= PORTS) {
            throw new IllegalArgumentException("not a range of ports: " + portLow + "-" + portHigh + " of " + name);
        }
    }

    /** The port that a server answers on, this time. */
    int port(long server, long day, SplittableRandom random) {
        int width = portHigh - portLow + 1;
        if (width == 1) {
            return portLow;
        } else if (few) {
            long one = Draws.seed(server, day * FEW + random.nextInt(FEW));
            return portLow + (int) Math.floorMod(one, (long) width);
        }
        return portLow + (random.nextInt(width) & ~1);
    }

    /**
     * The port that a client asks from, this time; 0 for ICMP.
     *
     * @param windows whether the client numbers its ports as Windows does (RFC 6335's range), not as Linux
     */
    int clientPort(int port, boolean windows, SplittableRandom random) {
        if (protocol == ICMP) {
            return 0;
        } else if (clientPort == SAME) {
            return port;
        } else if (clientPort != EPHEMERAL) {
            return clientPort;
        } else if (shape == Shape.CALL && portHigh > portLow) {
            return portLow + (random.nextInt(portHigh - portLow + 1) & ~1);
        }
        return windows
                ? random.nextInt(EPHEMERAL_WINDOWS, PORTS)
                : random.nextInt(EPHEMERAL_LINUX, EPHEMERAL_LINUX_END);
    }
}
