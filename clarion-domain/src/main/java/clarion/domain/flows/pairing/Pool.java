package clarion.domain.flows.pairing;

import java.util.Arrays;

/** Records of so many longs each, by number, used again once freed. Grows by pages, so nothing is ever copied. */
final class Pool {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;

    private final int width;
    private long[][] pages = new long[16][];
    private int made;
    private int free = -1;

    Pool(int width) {
        this.width = width;
    }

    int take() {
        if (free >= 0) {
            int slot = free;
            free = (int) get(slot, 0);
            return slot;
        }
        int page = made >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, 2 * page);
        }
        if ((made & PAGE - 1) == 0) {
            pages[page] = new long[PAGE * width];
        }
        return made++;
    }

    void free(int slot) {
        set(slot, 0, free);
        free = slot;
    }

    long get(int slot, int field) {
        return pages[slot >>> PAGE_BITS][(slot & PAGE - 1) * width + field];
    }

    void set(int slot, int field, long value) {
        pages[slot >>> PAGE_BITS][(slot & PAGE - 1) * width + field] = value;
    }

    /** The upper 32 bits of a field. */
    int upper(int slot, int field) {
        return (int) (get(slot, field) >>> 32);
    }

    /** The lower 32 bits. */
    int lower(int slot, int field) {
        return (int) get(slot, field);
    }

    void set(int slot, int field, int upper, int lower) {
        set(slot, field, (long) upper << 32 | lower & 0xffff_ffffL);
    }
}
