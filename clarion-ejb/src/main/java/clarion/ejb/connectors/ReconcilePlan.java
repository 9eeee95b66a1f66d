package clarion.ejb.connectors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the stored picture is compared with ISE's.
 *
 * @param running it is, now
 * @param schedule time of day in UTC, such as {@code 03:00}, or {@code off}
 * @param next when the next one is due; absent if none is
 * @param last the latest one that was scheduled or asked for
 */
public record ReconcilePlan(
        boolean running,
        String schedule,
        @Nullable Instant next,
        @Nullable ReconcileRun last) {}
