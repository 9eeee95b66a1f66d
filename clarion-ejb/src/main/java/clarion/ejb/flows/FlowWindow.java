package clarion.ejb.flows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.listing.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time that is asked about, in whole buckets: of five minutes for up to six hours that are still kept so, of an
 * hour for up to a fortnight, else of a day.
 *
 * @param from where the first bucket begins
 * @param to where the last one ends, or the end that was asked for if that is in a bucket that is not over
 */
public record FlowWindow(Instant from, Instant to, Resolution resolution) {

    /** Widths of buckets. */
    public enum Resolution {
        FIVE_MINUTES(Series.FINE),
        HOUR(Series.HOUR),
        DAY(Series.DAY);

        private final Series series;

        Resolution(Series series) {
            this.series = series;
        }
    }

    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration MOST_FINE = Duration.ofHours(6);
    private static final Duration MOST_HOURS = Duration.ofDays(14);

    /**
     * Reads a window as a request gives it.
     *
     * @param from a time of ISO 8601; a day before the end if not given
     * @param to likewise; now if not given
     * @param finest no buckets narrower than these
     * @throws ClarionException INVALID_PARAMETER
     */
    static FlowWindow parse(
            @Nullable String from, @Nullable String to, Resolution finest, FlowSettings settings, Instant now) {
        Instant end = to == null || to.isBlank() ? now : time("to", to);
        Instant begin = from == null || from.isBlank() ? end.minus(USUAL) : time("from", from);
        if (!begin.isBefore(end)) {
            throw new ClarionException(
                    ProblemType.INVALID_PARAMETER,
                    "Parameter from: expected a time before " + end + ", found " + begin,
                    Map.of("parameter", "from"));
        }
        Horizon horizon = Horizon.of(settings, now);
        Duration length = Duration.between(begin, end);
        Resolution resolution = Resolution.DAY;
        if (length.compareTo(MOST_FINE) <= 0 && !begin.isBefore(horizon.fine())) {
            resolution = Resolution.FIVE_MINUTES;
        } else if (length.compareTo(MOST_HOURS) <= 0 && !begin.isBefore(horizon.hours())) {
            resolution = Resolution.HOUR;
        }
        if (resolution.compareTo(finest) < 0) {
            resolution = finest;
        }
        return new FlowWindow(resolution.series.begin(begin), end, resolution);
    }

    private static Instant time(String parameter, String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new ClarionException(
                    ProblemType.INVALID_PARAMETER,
                    "Parameter " + parameter + ": expected a time like 2026-11-03T12:00:00Z, found '" + text + "'",
                    Map.of("parameter", parameter));
        }
    }

    Series series() {
        return resolution.series;
    }

    /** The buckets that begin in it. */
    Scope scope() {
        return Scope.of("b.at >= ? AND b.at < ?", utc(from), utc(to));
    }

    /** Of these, what meets a further condition. */
    Scope scope(String condition, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = utc(from);
        all[1] = utc(to);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Scope.of("b.at >= ? AND b.at < ? AND (" + condition + ")", all);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
