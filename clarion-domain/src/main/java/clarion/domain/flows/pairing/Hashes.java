package clarion.domain.flows.pairing;

/** Hashes of addresses and ports. */
final class Hashes {

    private Hashes() {}

    /** David Stafford's 13th mix of 64 bits, as in SplittableRandom. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ mixed >>> 31;
    }

    static long address(long high, long low) {
        return mix(low + 0x9e37_79b9_7f4a_7c15L + (high == 0 ? 0 : mix(high)));
    }

    /** Hash of a service: an address's hash, a protocol and a port. */
    static long service(long address, int protocol, int port) {
        return mix(address ^ (protocol << 16 | port) * 0x9e37_79b9_7f4a_7c15L);
    }
}
