package clarion.domain.flows.wire;

import java.util.concurrent.atomic.AtomicLong;

/** What all exporters together may take of something. Thread-safe. */
final class Budget {

    private final long bound;
    private final AtomicLong taken = new AtomicLong();

    Budget(long bound) {
        this.bound = bound;
    }

    /** Takes so much, or nothing where it is not there. */
    boolean take(long amount) {
        long now = taken.get();
        while (now + amount <= bound) {
            if (taken.compareAndSet(now, now + amount)) {
                return true;
            }
            now = taken.get();
        }
        return false;
    }

    void giveBack(long amount) {
        taken.addAndGet(-amount);
    }

    long taken() {
        return taken.get();
    }
}
