package clarion.ejb.flows;

import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes hourly and daily buckets of the finer ones, over one connection and in the caller's transaction. */
final class RollUp {

    /** How long after its end a bucket is made: what waits in collectors is there by then. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final String NEXT =
            "select at from flow_due where series = ? and at <= ?::timestamptz order by at limit 1";

    /** Waits for those who are adding to what it is made from. */
    private static final String TAKE = "delete from flow_due where series = ? and at = ?::timestamptz";

    private static final String MADE =
            "update flow_made set until = ?::timestamptz where series = ? and until < ?::timestamptz"
                    + " and not exists (select from flow_due where series = ? and at < ?::timestamptz)";

    private final Connection connection;

    RollUp(Connection connection) {
        this.connection = connection;
    }

    /** Makes the oldest bucket of a series that is due; empty if none is. */
    Optional<Instant> makeNext(Series series, Instant now) throws SQLException {
        Instant latest = now.minus(GRACE).minus(series.width());
        Optional<Instant> next = next(series, latest);
        if (next.isPresent()) {
            make(series, next.get());
        }
        return next;
    }

    private Optional<Instant> next(Series series, Instant latest) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, series.table());
            select.setString(2, latest.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(SqlValues.instant(row, 1)) : Optional.empty();
            }
        }
    }

    /** Makes one bucket anew. */
    void make(Series series, Instant at) throws SQLException {
        update(TAKE, series.table(), at.toString());
        BucketTable table = new BucketTable(connection);
        table.cover(series, at.toEpochMilli(), at.toEpochMilli());
        update("delete from " + series.table() + " where at = ?::timestamptz", at.toString());
        update(
                sum(series),
                at.toString(),
                at.toString(),
                at.plus(series.width()).toString());
        if (series == Series.HOUR) {
            table.markDue(Series.DAY, List.of(Series.DAY.begin(at)));
        }
    }

    private static String sum(Series series) {
        boolean hour = series == Series.HOUR;
        String others = "protocol, service, service_last, exporter, client_sgt, server_sgt, sgt_origin";
        String parties = hour ? "client, server" : "c.anywhere, s.anywhere";
        return "insert into " + series.table() + " (" + BucketSql.KEY + ", " + BucketSql.counters() + ") select"
                + " ?::timestamptz, " + parties + ", " + others + ", " + BucketSql.sums() + " from "
                + (hour
                        ? Series.FINE.view()
                        : Series.HOUR.table()
                                + " join flow_party c on c.id = client join flow_party s on s.id = server")
                + " where at >= ?::timestamptz and at < ?::timestamptz group by " + parties + ", " + others;
    }

    /** Says up to when a series is made, once nothing before is due. */
    void noteMade(Series series, Instant now) throws SQLException {
        String until = series.begin(now.minus(GRACE)).toString();
        update(MADE, until, series.table(), until, series.table(), until);
    }

    private void update(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}
