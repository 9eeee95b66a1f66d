package clarion.ejb.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job went in this process since it started.
 *
 * @param runs that ended, well or not
 * @param failures of them that ended with an exception
 * @param lastEndedAt when the latest run ended
 * @param lastSucceededAt when the latest good one ended; null before the first
 * @param lastDuration of the latest run
 * @param lastGood whether the latest run was a good one
 */
public record JobRecord(
        long runs,
        long failures,
        Instant lastEndedAt,
        @Nullable Instant lastSucceededAt,
        Duration lastDuration,
        boolean lastGood) {

    static JobRecord first(Instant at, Duration took, boolean good) {
        return new JobRecord(1, good ? 0 : 1, at, good ? at : null, took, good);
    }

    JobRecord next(Instant at, Duration took, boolean good) {
        return new JobRecord(runs + 1, failures + (good ? 0 : 1), at, good ? at : lastSucceededAt, took, good);
    }
}
