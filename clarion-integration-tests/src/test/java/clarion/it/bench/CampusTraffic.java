package clarion.it.bench;

/**
 * Conversations of a campus, each made from its number alone. Every endpoint uses the same twelve services, each half
 * as often as the one before, and five times in a row, as programs open connections. Not thread-safe: the last one
 * drawn stands in the fields.
 */
final class CampusTraffic {

    private static final int[] SERVICES = {53, 443, 443, 389, 88, 445, 8080, 123, 9100, 80, 5060, 22};
    private static final int SERVERS = 200;
    private static final int IN_A_ROW = 5;
    static final int EXPORTERS = 4;

    /** Of one exporter, before the next one's turn. */
    static final int TURN = 3 * IN_A_ROW;

    private final int endpoints;

    int client;
    int server;
    int clientPort;
    int service;
    int protocol;
    int asked;
    int answered;

    /** Which endpoint the client is, from 0 on. */
    int endpoint;

    CampusTraffic(int endpoints) {
        this.endpoints = endpoints;
    }

    void draw(long number) {
        long burst = mix(number / IN_A_ROW);
        int exporter = (int) (number / TURN % EXPORTERS);
        endpoint = (int) ((burst >>> 33) % (endpoints / EXPORTERS)) * EXPORTERS + exporter;
        int use = Math.min(SERVICES.length - 1, Long.numberOfTrailingZeros(burst | 1 << SERVICES.length - 1));
        int host = (endpoint / 64 * 7 + use * 17) % SERVERS;
        client = address(endpoint);
        server = 0x0ac8_0000 + (host / 100 << 8) + host % 100 + 1;
        service = SERVICES[use];
        protocol = service == 53 || service == 123 || service == 5060 ? 17 : 6;
        long single = mix(number * 31 + 7);
        clientPort = 32_768 + (int) (single & 0x3fff);
        asked = 200 + (int) (single >>> 20 & 0x3ff);
        answered = 400 + (int) (single >>> 32 & 0xffff);
    }

    /** The address of an endpoint: from 10.1.0.0 on. */
    static int address(int endpoint) {
        return 0x0a01_0000 + endpoint;
    }

    private static long mix(long number) {
        long z = number * 0x9e37_79b9_7f4a_7c15L;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
