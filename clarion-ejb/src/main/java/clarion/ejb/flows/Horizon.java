package clarion.ejb.flows;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when each series is kept; whole days, so that a series is never half there.
 *
 * @param fine 5-minute buckets
 * @param hours hourly ones
 * @param days daily ones
 */
record Horizon(Instant fine, Instant hours, Instant days) {

    static Horizon of(FlowSettings settings, Instant now) {
        return new Horizon(
                day(now, settings.keepFine()), day(now, settings.keepHours()), day(now, settings.keepDays()));
    }

    private static Instant day(Instant now, Duration kept) {
        return Series.DAY.begin(now.minus(kept));
    }

    /** The finest series that is kept for a time; null if none is. */
    @Nullable
    Series seriesOf(long millis) {
        if (millis >= fine.toEpochMilli()) {
            return Series.FINE;
        }
        if (millis >= hours.toEpochMilli()) {
            return Series.HOUR;
        }
        return millis >= days.toEpochMilli() ? Series.DAY : null;
    }
}
