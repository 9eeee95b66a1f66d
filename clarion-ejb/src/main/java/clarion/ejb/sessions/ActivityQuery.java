package clarion.ejb.sessions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts starts and ends in buckets whose borders are multiples of their width, so that they do not move with time. */
final class ActivityQuery {

    private static final int MOST_BUCKETS = 120;
    private static final int[] WIDTHS = {10, 30, 60, 300, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400};

    private static final String SQL = """
            SELECT bucket, sum(started), sum(ended) FROM (
                SELECT floor(extract(epoch FROM started_at) / ?)::bigint AS bucket, 1 AS started, 0 AS ended
                FROM session WHERE started_at >= ? AND started_at <= ?
                UNION ALL
                SELECT floor(extract(epoch FROM ended_at) / ?)::bigint, 0, 1
                FROM session WHERE ended_at >= ? AND ended_at <= ?
            ) AS happening GROUP BY bucket ORDER BY bucket""";

    private final int width;
    private final Instant from;
    private final Instant to;

    ActivityQuery(Duration lookBack, Instant now) {
        width = IntStream.of(WIDTHS)
                .filter(seconds -> lookBack.toSeconds() <= (long) seconds * MOST_BUCKETS)
                .findFirst()
                .orElse(WIDTHS[WIDTHS.length - 1]);
        to = now;
        from = begin(now.minus(lookBack).getEpochSecond() / width);
    }

    private Instant begin(long bucket) {
        return Instant.ofEpochSecond(bucket * width);
    }

    SessionActivity read(Connection connection) throws SQLException {
        long first = from.getEpochSecond() / width;
        long last = to.getEpochSecond() / width;
        List<SessionActivity.Bucket> buckets = new ArrayList<>();
        for (long bucket = first; bucket <= last; bucket++) {
            buckets.add(new SessionActivity.Bucket(begin(bucket), 0, 0));
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (int i = 0; i <= 3; i += 3) {
                statement.setLong(i + 1, width);
                statement.setObject(i + 2, utc(from));
                statement.setObject(i + 3, utc(to));
            }
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    long bucket = rs.getLong(1);
                    buckets.set(
                            (int) (bucket - first),
                            new SessionActivity.Bucket(begin(bucket), rs.getLong(2), rs.getLong(3)));
                }
            }
        }
        return new SessionActivity(from, to, width, buckets);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
