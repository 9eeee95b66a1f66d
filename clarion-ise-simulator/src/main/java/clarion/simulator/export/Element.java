package clarion.simulator.export;

/**
 * What a field of a record says, with its numbers in both protocols. Version 9 numbers are Cisco's; IPFIX's are IANA's
 * information elements. Cisco's TrustSec fields are 34000 and up in version 9, and with enterprise number 9 and 32768
 * less in IPFIX (RFC 7011, 3.2).
 */
enum Element {
    /** Version 9's scope of that number: the exporter as a whole. */
    SYSTEM(1, 4),
    OCTETS(1, 8),
    PACKETS(2, 8),
    PROTOCOL(4, 1),
    TCP_FLAGS(6, 1),
    SOURCE_PORT(7, 2),
    SOURCE_V4(8, 4),
    INGRESS(10, 4),
    DESTINATION_PORT(11, 2),
    DESTINATION_V4(12, 4),
    EGRESS(14, 4),
    LAST_UPTIME(21, 4),
    FIRST_UPTIME(22, 4),
    SOURCE_V6(27, 16),
    DESTINATION_V6(28, 16),
    SAMPLER(48, 302, 0, 2),
    SAMPLER_MODE(49, 1),
    SAMPLER_INTERVAL(50, 4),
    SOURCE_MAC(56, 6),
    VLAN(58, 2),
    DIRECTION(61, 1),
    DESTINATION_MAC(80, 6),
    INTERFACE_NAME(82, 32),
    INTERFACE_DESCRIPTION(83, 64),
    END_REASON(136, 1),
    START_MILLIS(152, 8),
    END_MILLIS(153, 8),
    PACKET_INTERVAL(305, 4),
    PACKET_SPACE(306, 4),
    SOURCE_SGT(34_000, 34_000 - Element.ENTERPRISE_BIT, Element.CISCO, 2),
    DESTINATION_SGT(34_001, 34_001 - Element.ENTERPRISE_BIT, Element.CISCO, 2),
    SGT_NAME(34_002, 34_002 - Element.ENTERPRISE_BIT, Element.CISCO, 32);

    /** Set in an IPFIX field specifier that has an enterprise number; 34000 in version 9 happens to have it, too. */
    static final int ENTERPRISE_BIT = 0x8000;

    private static final int CISCO = 9;

    private final int version9;
    private final int ipfix;
    private final int enterprise;
    private final int length;

    Element(int number, int length) {
        this(number, number, 0, length);
    }

    Element(int version9, int ipfix, int enterprise, int length) {
        this.version9 = version9;
        this.ipfix = ipfix;
        this.enterprise = enterprise;
        this.length = length;
    }

    /** The number in version 9. */
    int version9() {
        return version9;
    }

    /** The number in IPFIX, without the enterprise bit. */
    int ipfix() {
        return ipfix;
    }

    /** The private enterprise number in IPFIX, or 0. */
    int enterprise() {
        return enterprise;
    }

    /** Octets of a value. */
    int length() {
        return length;
    }
}
