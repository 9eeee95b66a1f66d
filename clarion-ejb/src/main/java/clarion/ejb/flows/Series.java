package clarion.ejb.flows;

import java.time.Duration;
import java.time.Instant;

/** The widths of buckets. */
enum Series {
    FINE("flow_5m", "flow_by_5m", Duration.ofMinutes(5)),
    HOUR("flow_1h", "flow_by_hour", Duration.ofHours(1)),
    DAY("flow_1d", "flow_by_day", Duration.ofDays(1));

    private final String table;
    private final String view;
    private final Duration width;

    Series(String table, String view, Duration width) {
        this.table = table;
        this.view = view;
        this.width = width;
    }

    /** What is written. */
    String table() {
        return table;
    }

    /** What is read. */
    String view() {
        return view;
    }

    Duration width() {
        return width;
    }

    /** Where the bucket of an instant begins. */
    long begin(long millis) {
        return Math.floorDiv(millis, width.toMillis()) * width.toMillis();
    }

    Instant begin(Instant time) {
        return Instant.ofEpochMilli(begin(time.toEpochMilli()));
    }
}
