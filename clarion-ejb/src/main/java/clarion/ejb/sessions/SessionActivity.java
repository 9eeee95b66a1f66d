package clarion.ejb.sessions;

import java.time.Instant;
import java.util.List;

/**
 * How many sessions started and ended, in equal steps of time by ISE's clock.
 *
 * @param from begin of the first bucket
 * @param to the present; the last bucket is usually not full
 * @param buckets without gaps, oldest first
 */
public record SessionActivity(Instant from, Instant to, int bucketSeconds, List<Bucket> buckets) {

    /**
     * @param at begin of the bucket
     * @param started sessions that started in it
     * @param ended sessions that ended in it
     */
    public record Bucket(Instant at, long started, long ended) {}
}
