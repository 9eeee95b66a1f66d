package clarion.domain.segmentation.campus;

/** What services are called: dynamic ports are one service, because the next conversation has another. */
final class Services {

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int DYNAMIC = 49_152;
    private static final int RTP_FROM = 16_384;
    private static final int RTP_TO = 32_768;

    private Services() {}

    static String name(int protocol, int port) {
        return switch (protocol) {
            case TCP -> port >= DYNAMIC ? "tcp/dynamic" : "tcp/" + port;
            case UDP -> port >= DYNAMIC || port >= RTP_FROM && port < RTP_TO ? "udp/dynamic" : "udp/" + port;
            case 1 -> port < 0 ? "icmp" : "icmp/" + (port >>> 8);
            case 58 -> port < 0 ? "icmpv6" : "icmpv6/" + (port >>> 8);
            default -> "ip/" + protocol;
        };
    }
}
