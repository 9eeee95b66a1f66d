package clarion.domain.flows.pairing;

import java.util.BitSet;

/**
 * How much a port looks like that of a service: 3 known as one (IANA, and what campus networks use), 2 below 1024, 1
 * below 32768, 0 where clients have theirs (RFC 6056: from 32768 on Linux, from 49152 on Windows and by IANA).
 */
final class ServicePorts {

    private static final int TCP = 6;
    private static final int UDP = 17;

    private static final BitSet KNOWN_TCP = set(
            7, 9, 13, 17, 19, 21, 22, 23, 25, 37, 43, 49, 53, 70, 79, 80, 81, 88, 102, 104, 110, 111, 113, 119, 123,
            135, 139, 143, 161, 179, 264, 389, 427, 443, 444, 445, 464, 465, 502, 513, 514, 515, 543, 548, 554, 587,
            593, 601, 623, 631, 636, 646, 689, 749, 853, 873, 902, 989, 990, 992, 993, 995, 1080, 1194, 1352, 1433,
            1434, 1521, 1720, 1723, 1883, 2000, 2049, 2055, 2082, 2181, 2222, 2375, 2376, 2379, 2404, 2443, 2575, 2748,
            3000, 3128, 3205, 3260, 3268, 3269, 3306, 3389, 4118, 4369, 4444, 4505, 4506, 4840, 5000, 5044, 5060, 5061,
            5222, 5269, 5353, 5357, 5432, 5671, 5672, 5900, 5938, 5985, 5986, 6000, 6379, 6443, 6514, 6970, 7001, 7680,
            8000, 8008, 8009, 8080, 8081, 8086, 8088, 8140, 8200, 8443, 8530, 8531, 8883, 8888, 8905, 8909, 8910, 9000,
            9042, 9060, 9080, 9090, 9092, 9100, 9200, 9300, 9389, 9418, 9443, 9990, 10050, 10051, 10123, 11112, 11211,
            15672, 20000, 27017, 44818, 47808);

    private static final BitSet KNOWN_UDP = set(
            7, 9, 19, 37, 49, 53, 67, 69, 88, 111, 123, 135, 137, 138, 161, 162, 177, 319, 320, 389, 427, 443, 464, 500,
            514, 520, 521, 547, 554, 623, 631, 1194, 1434, 1645, 1646, 1700, 1701, 1812, 1813, 1900, 1985, 2049, 2055,
            2083, 2152, 2222, 3222, 3389, 3478, 3479, 3544, 3702, 3799, 4500, 4739, 4789, 5004, 5060, 5061, 5246, 5247,
            5349, 5353, 5355, 5683, 5684, 6343, 8125, 9995, 9996, 10001, 20000, 34964, 41230, 44818, 47808, 51820);

    private ServicePorts() {}

    static int rank(int protocol, int port) {
        boolean known = protocol == UDP ? KNOWN_UDP.get(port) : protocol == TCP && KNOWN_TCP.get(port);
        return known ? 3 : port < 1024 ? 2 : port < 32768 ? 1 : 0;
    }

    /** Of two ports known both, the one that asks by custom: DHCP clients, SNMP agents with traps; or -1 for none. */
    static boolean asksByCustom(int protocol, int port, int otherPort) {
        return protocol == UDP
                && (port == 68 && otherPort == 67
                        || port == 546 && otherPort == 547
                        || port == 161 && otherPort == 162);
    }

    private static BitSet set(int... ports) {
        BitSet set = new BitSet(1 << 16);
        for (int port : ports) {
            set.set(port);
        }
        return set;
    }
}
