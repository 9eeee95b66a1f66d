package clarion.simulator.dataset;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** DHCP: a pool for each VLAN of each building. What has rested longest is given away first. */
final class AddressPlan {

    private static final int TEN = 10 << 24;
    private static final int FIRST = 10;
    private static final int LAST = 4_090;
    private static final int RESTING = 4;
    private static final int SERVERS = 250;

    private final boolean reuse;
    private final Map<Integer, Pool> pools = new HashMap<>();
    private int servers;

    /** @param reuse whether one device's address is given to another later */
    AddressPlan(boolean reuse) {
        this.reuse = reuse;
    }

    /** An address that nobody else ever gets. */
    int server() {
        int number = servers++;
        return TEN | SERVERS << 16 | number / 240 << 8 | number % 240 + 10;
    }

    /** An address where servers are, at which there is none. */
    static int nobody(int draw) {
        return TEN | SERVERS << 16 | 200 << 8 | draw & 127;
    }

    /**
     * An address that is free.
     *
     * @param vlan 110 to 260 by tens
     * @param wanted the one that is wanted back, or 0
     */
    int take(int building, int vlan, int wanted) {
        int block = (vlan - 110) / 10;
        return pools.computeIfAbsent(building << 4 | block, key -> new Pool(prefix(building, block)))
                .take(wanted);
    }

    void giveBack(int building, int vlan, int address) {
        Pool pool = pools.get(building << 4 | (vlan - 110) / 10);
        if (pool == null) {
            throw new IllegalStateException("an address that was never given");
        }
        pool.giveBack(address);
    }

    private static int prefix(int building, int block) {
        return TEN | building + 1 << 16 | block << 12;
    }

    private final class Pool {

        private final int prefix;
        private final BitSet taken = new BitSet();
        private final Deque<Integer> resting = new ArrayDeque<>();
        private int next = FIRST;

        Pool(int prefix) {
            this.prefix = prefix;
        }

        int take(int wanted) {
            int host = wanted & 0xfff;
            if (wanted == 0 || (wanted & ~0xfff) != prefix || taken.get(host)) {
                host = free();
            }
            taken.set(host);
            return prefix | host;
        }

        private int free() {
            while (reuse && resting.size() > RESTING || next > LAST) {
                Integer rested = resting.poll();
                if (rested == null) {
                    throw new IllegalStateException("a VLAN of a building has no address left");
                } else if (!taken.get(rested)) {
                    return rested;
                }
            }
            return next++;
        }

        void giveBack(int address) {
            taken.clear(address & 0xfff);
            resting.add(address & 0xfff);
        }
    }
}
