package clarion.simulator.records;

import clarion.simulator.IseVersion;
import clarion.simulator.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * What every kind of record needs to live.
 *
 * @param topics where changes are published
 * @param clock ISE's
 * @param times how ISE writes an instant
 * @param version the release
 */
public record Desk(Topics topics, Clock clock, Function<Instant, String> times, IseVersion version) {

    Instant now() {
        return clock.instant();
    }

    String time(Instant instant) {
        return times.apply(instant);
    }
}
