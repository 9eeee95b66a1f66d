package clarion.simulator.ers;

import java.time.Duration;

/**
 * Which node is the primary administration node (PAN), to which alone writes go. Node 2, if there is one, is the
 * secondary. Thread-safe.
 */
final class Administration {

    private static final int PANS = 2;

    private final int pans;
    private int primary = 1;
    private int lost;
    private long backNanos;

    Administration(int nodes) {
        pans = Math.min(nodes, PANS);
    }

    /** The primary is lost for a while; then the other one is primary, and it the secondary. */
    synchronized void failOver(Duration gap) {
        lost = primary;
        backNanos = System.nanoTime() + gap.toNanos();
        primary = primary % pans + 1;
    }

    private boolean isInGap() {
        return lost > 0 && backNanos - System.nanoTime() > 0;
    }

    /** Whether a node answers nothing. */
    synchronized boolean isDown(int node) {
        return node == lost && isInGap();
    }

    synchronized boolean takesWrites(int node) {
        return node == primary && !isInGap();
    }

    synchronized int primary() {
        return primary;
    }

    /** The node that becomes primary if the primary is lost; 0 if there is none. */
    synchronized int secondary() {
        return pans < PANS ? 0 : primary % pans + 1;
    }
}
