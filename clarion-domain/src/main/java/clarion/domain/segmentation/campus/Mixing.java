package clarion.domain.segmentation.campus;

import clarion.domain.flows.identity.Address;

/** Hashes. */
final class Mixing {

    private Mixing() {}

    /** David Stafford's 13th mix of 64 bits, as in SplittableRandom. */
    static long mix(long value) {
        long mixed = (value + 0x9e37_79b9_7f4a_7c15L ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ mixed >>> 31;
    }

    static long address(long high, long low) {
        return mix(low + (high == 0 ? 0 : mix(high)));
    }

    static long address(Address address) {
        return address(address.high(), address.low());
    }

    /** Of a text, the same on every machine. */
    static long text(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + text.charAt(i));
        }
        return hash;
    }
}
