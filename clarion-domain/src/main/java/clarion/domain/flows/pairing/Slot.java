package clarion.domain.flows.pairing;

/**
 * What an open conversation holds, as fields of a {@link Pool} record; A and B are the ends as in {@link RecordKey}.
 */
final class Slot {

    static final int HIGH_A = 0;
    static final int LOW_A = 1;
    static final int HIGH_B = 2;
    static final int LOW_B = 3;

    /** Ports and protocol as in the key; the flags below in the lowest 16 bits. */
    static final int PORTS = 4;

    static final int FIRST = 5;
    static final int LAST = 6;

    /** The next slot with the same hash, the next in the same bucket of the wheel. */
    static final int LINKS = 7;

    /** TCP flags of A in the upper half, of B in the lower one, with the bits below. */
    static final int TCP = 8;

    static final int SGTS = 9;
    static final int MAC_A = 10;
    static final int MAC_B = 11;

    /** Heads of the tallies of A and B. */
    static final int TALLIES = 12;

    /** ICMP type and code that asked, the largest sampling interval. */
    static final int ICMP = 13;

    static final int WIDTH = 14;

    // Flags.
    static final int ASKED_BY_A = 1;
    static final int CLOCK_CORRECTED = 2;
    static final int BEGUN_BY_A = 4;
    static final int BEGUN_BY_B = 8;
    static final int ANSWER_SEEN = 16;
    static final int BOTH_SEEN = 32;

    // TCP bits beside the flags of the packets.
    static final int KNOWN = 0x1_0000;
    static final int ASKS = 0x2_0000;
    static final int ACCEPTS = 0x4_0000;

    private Slot() {}
}
