package clarion.domain.flows.wire;

/**
 * Information elements by one internal key for both protocols. Up to 127 the numbers of NetFlow version 9 and of IPFIX
 * are the same; version 9 counts Cisco's own from 32768 on, which IPFIX writes as enterprise 9 and the number less
 * 32768.
 *
 * @see <a href="https://www.iana.org/assignments/ipfix/ipfix.xhtml">IANA, IPFIX information elements</a>
 */
final class Element {

    /** Of other enterprises: nothing that is read. */
    static final int FOREIGN = -1;

    static final int CISCO = 0x10000;
    static final int REVERSE = 0x20000;

    static final int SOURCE_SGT = CISCO | 1232;
    static final int DESTINATION_SGT = CISCO | 1233;
    static final int SOURCE_SGT_NAME = CISCO | 1234;
    static final int DESTINATION_SGT_NAME = CISCO | 1235;

    /** Length of a field that says its own length (RFC 7011, 7). */
    static final int VARIABLE = 65535;

    private static final int ENTERPRISE_CISCO = 9;
    private static final int ENTERPRISE_REVERSE = 29305;

    private Element() {}

    /** The key of a field type of NetFlow version 9. */
    static int ofV9(int type) {
        return type >= 0x8000 ? CISCO | type - 0x8000 : type;
    }

    /** The key of an element of IPFIX whose enterprise bit is set. */
    static int ofEnterprise(long enterprise, int id) {
        if (enterprise == ENTERPRISE_CISCO) {
            return CISCO | id;
        }
        return enterprise == ENTERPRISE_REVERSE ? REVERSE | id : FOREIGN;
    }
}
