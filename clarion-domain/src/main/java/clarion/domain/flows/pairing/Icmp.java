package clarion.domain.flows.pairing;

import clarion.domain.flows.FlowBatch;

/** Which ICMP messages ask, and which answer them (RFC 792, 950, 4443, 4861, 4620). */
final class Icmp {

    static final int V4 = 1;
    static final int V6 = 58;

    private Icmp() {}

    static boolean is(int protocol) {
        return protocol == V4 || protocol == V6;
    }

    static int echo(int protocol) {
        return protocol == V4 ? 8 << 8 : 128 << 8;
    }

    /** The question that a message asks or answers, as type times 256, or -1 if it is neither, such as an error. */
    static int question(int protocol, int icmp) {
        if (icmp == FlowBatch.UNKNOWN) {
            return echo(protocol);
        }
        int type = icmp >>> 8;
        int question = protocol == V4
                ? switch (type) {
                    case 0, 8 -> 8;
                    case 9, 10 -> 10;
                    case 13, 14 -> 13;
                    case 15, 16 -> 15;
                    case 17, 18 -> 17;
                    default -> -1;
                }
                : switch (type) {
                    case 128, 129 -> 128;
                    case 133, 134 -> 133;
                    case 135, 136 -> 135;
                    case 139, 140 -> 139;
                    default -> -1;
                };
        return question < 0 ? -1 : question << 8;
    }

    /** True for a message that answers. */
    static boolean answers(int protocol, int icmp) {
        return icmp != FlowBatch.UNKNOWN
                && question(protocol, icmp) >= 0
                && question(protocol, icmp) >>> 8 != icmp >>> 8;
    }
}
