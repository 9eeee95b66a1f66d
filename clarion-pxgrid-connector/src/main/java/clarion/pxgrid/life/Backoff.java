package clarion.pxgrid.life;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubled each time up to a cap, of which between half and all is taken at
 * random, so that many clients do not come back to a restarted server at once.
 */
final class Backoff {

    private final Duration initial;
    private final Duration max;
    private final RandomGenerator random;
    private Duration next;

    Backoff(Duration initial, Duration max, RandomGenerator random) {
        this.initial = initial.compareTo(max) < 0 ? initial : max;
        this.max = max;
        this.random = random;
        this.next = this.initial;
    }

    /** The next delay; the one after is twice as long. */
    Duration next() {
        Duration full = next;
        next = full.compareTo(max.dividedBy(2)) > 0 ? max : full.multipliedBy(2);
        return Duration.ofNanos((long) (full.toNanos() * (0.5 + random.nextDouble() / 2)));
    }

    /** After a success: the next delay is the first again. */
    void reset() {
        next = initial;
    }
}
