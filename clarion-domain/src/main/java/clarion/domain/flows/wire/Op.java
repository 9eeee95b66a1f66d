package clarion.domain.flows.wire;

/**
 * What is done with a field of a record: into which column or scratch value it goes. The element that each comes from
 * stands beside it.
 */
final class Op {

    static final int SKIP = 0;

    // Columns of the batch.
    static final int SOURCE_V4 = 1; // 8
    static final int DESTINATION_V4 = 2; // 12
    static final int SOURCE_V6 = 3; // 27
    static final int DESTINATION_V6 = 4; // 28
    static final int PROTOCOL = 5; // 4
    static final int SOURCE_PORT = 6; // 7, 180, 182
    static final int DESTINATION_PORT = 7; // 11, 181, 183
    static final int TCP_FLAGS = 8; // 6
    static final int BYTES = 9; // 231, 1, 85, 23
    static final int PACKETS = 10; // 298, 2, 86, 24
    static final int REVERSE_BYTES = 11; // 232, reverse 1, reverse 85
    static final int REVERSE_PACKETS = 12; // 299, reverse 2, reverse 86
    static final int SOURCE_SGT = 13; // Cisco 1232
    static final int DESTINATION_SGT = 14; // Cisco 1233
    static final int SOURCE_MAC = 15; // 56
    static final int DESTINATION_MAC = 16; // 80
    static final int VLAN = 17; // 58, 243
    static final int INGRESS = 18; // 10

    // Scratch values, from which columns are made once the record is read.
    static final int FIRST_UPTIME = 19; // 22
    static final int LAST_UPTIME = 20; // 21
    static final int START_SECONDS = 21; // 150
    static final int END_SECONDS = 22; // 151
    static final int START_MILLIS = 23; // 152
    static final int END_MILLIS = 24; // 153
    static final int START_NTP = 25; // 154, 156
    static final int END_NTP = 26; // 155, 157
    static final int START_DELTA_MICROS = 27; // 158
    static final int END_DELTA_MICROS = 28; // 159
    static final int DURATION_MILLIS = 29; // 161
    static final int DURATION_MICROS = 30; // 162
    static final int SYSTEM_START_MILLIS = 31; // 160
    static final int OBSERVED_SECONDS = 32; // 322
    static final int OBSERVED_MILLIS = 33; // 323
    static final int INTERVAL = 34; // 34, 50
    static final int PACKET_INTERVAL = 35; // 305
    static final int PACKET_SPACE = 36; // 306
    static final int SAMPLER = 37; // 48, 302
    static final int ICMP_V4 = 38; // 32
    static final int ICMP_V6 = 39; // 139
    static final int ICMP_TYPE = 40; // 176, 178
    static final int ICMP_CODE = 41; // 177, 179
    static final int REVERSE_TCP_FLAGS = 42; // reverse 6
    static final int BIFLOW_DIRECTION = 43; // 239
    static final int NAT_DESTINATION_V4 = 44; // 226
    static final int NAT_DESTINATION_PORT = 45; // 228

    private static final int COUNT = 46;

    /** Elements in order of preference: where a template has several for one op, the first of these counts. */
    private static final int[][] ELEMENTS = new int[COUNT][];

    static {
        define(SOURCE_V4, 8);
        define(DESTINATION_V4, 12);
        define(SOURCE_V6, 27);
        define(DESTINATION_V6, 28);
        define(PROTOCOL, 4);
        define(SOURCE_PORT, 7, 182, 180);
        define(DESTINATION_PORT, 11, 183, 181);
        define(TCP_FLAGS, 6);
        define(BYTES, 231, 1, 85, 23);
        define(PACKETS, 298, 2, 86, 24);
        define(REVERSE_BYTES, 232, Element.REVERSE | 1, Element.REVERSE | 85);
        define(REVERSE_PACKETS, 299, Element.REVERSE | 2, Element.REVERSE | 86);
        define(SOURCE_SGT, Element.SOURCE_SGT);
        define(DESTINATION_SGT, Element.DESTINATION_SGT);
        define(SOURCE_MAC, 56);
        define(DESTINATION_MAC, 80);
        define(VLAN, 58, 243);
        define(INGRESS, 10);
        define(FIRST_UPTIME, 22);
        define(LAST_UPTIME, 21);
        define(START_SECONDS, 150);
        define(END_SECONDS, 151);
        define(START_MILLIS, 152);
        define(END_MILLIS, 153);
        define(START_NTP, 154, 156);
        define(END_NTP, 155, 157);
        define(START_DELTA_MICROS, 158);
        define(END_DELTA_MICROS, 159);
        define(DURATION_MILLIS, 161);
        define(DURATION_MICROS, 162);
        define(SYSTEM_START_MILLIS, 160);
        define(OBSERVED_SECONDS, 322);
        define(OBSERVED_MILLIS, 323);
        define(INTERVAL, 34, 50);
        define(PACKET_INTERVAL, 305);
        define(PACKET_SPACE, 306);
        define(SAMPLER, 48, 302);
        define(ICMP_V4, 32);
        define(ICMP_V6, 139);
        define(ICMP_TYPE, 176, 178);
        define(ICMP_CODE, 177, 179);
        define(REVERSE_TCP_FLAGS, Element.REVERSE | 6);
        define(BIFLOW_DIRECTION, 239);
        define(NAT_DESTINATION_V4, 226);
        define(NAT_DESTINATION_PORT, 228);
    }

    private Op() {}

    private static void define(int op, int... elements) {
        ELEMENTS[op] = elements;
    }

    /** How many ops there are; they are numbered from 1, 0 is to skip. */
    static int count() {
        return COUNT;
    }

    /** The elements that an op takes its value from, the preferred first. */
    static int[] elements(int op) {
        return ELEMENTS[op];
    }

    /** True if a value of so many octets can be read. */
    static boolean fits(int op, int length) {
        switch (op) {
            case SOURCE_V4:
            case DESTINATION_V4:
            case NAT_DESTINATION_V4:
                return length == 4;
            case SOURCE_V6:
            case DESTINATION_V6:
                return length == 16;
            case SOURCE_MAC:
            case DESTINATION_MAC:
                return length == 6;
            case START_NTP:
            case END_NTP:
                return length == 8;
            default:
                return length >= 1 && length <= 8;
        }
    }
}
