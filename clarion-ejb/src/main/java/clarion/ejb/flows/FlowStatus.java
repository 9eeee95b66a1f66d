package clarion.ejb.flows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fresh and how complete the stored flows are.
 *
 * @param state NONE: nothing was ever stored; CURRENT: a process writes; DEGRADED: one has dropped something in the
 *     last five minutes; STALE: none has written or said that it lives for a minute
 * @param newestAt the last packet that is stored, by exporters' clocks
 * @param committedAt when buckets were last written
 * @param hoursUntil up to when hourly buckets are made; later times are read from finer ones
 * @param daysUntil likewise for daily ones
 * @param waitingToBeMade hours and days that changed and are made anew
 * @param resolvedShare of the sides inside the organisation, how many are a device or user, 0 to 1; null if there are
 *     none
 */
public record FlowStatus(
        String state,
        @Nullable Instant newestAt,
        @Nullable Instant committedAt,
        @Nullable Instant hoursUntil,
        @Nullable Instant daysUntil,
        long waitingToBeMade,
        @Nullable Double resolvedShare,
        List<FlowWriter> writers) {

    /**
     * A process that takes flows.
     *
     * @param seenAt when it last said that it lives
     * @param figures what it counted since it started, by name
     */
    public record FlowWriter(
            String name,
            Instant seenAt,
            @Nullable Instant committedAt,
            @Nullable Instant newestAt,
            Map<String, Long> figures) {}
}
