package clarion.ejb.flows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Makes partitions ahead and removes what is no longer kept, over one connection and in the caller's transaction. */
final class Sweep {

    private static final int MOST = 20_000;
    private static final Duration AHEAD = Duration.ofDays(2);
    private static final Duration DAY = Duration.ofDays(1);

    /** What waits to be summed up is not dropped before it was. */
    private static final String DROP =
            "select flow_drop(?, least(?::timestamptz, (select min(at) from flow_due where series = ?)))";

    /** Of a session that is live the last word on each address stays. */
    private static final String CHANGES =
            "delete from address_change where ctid = any (array(select c.ctid from address_change c"
                    + " where c.at < ?::timestamptz and (not exists (select from session s where s.id = c.session_id and s.live)"
                    + " or exists (select from address_change n where n.ip = c.ip and n.session_id = c.session_id and n.at > c.at"
                    + " and n.at < ?::timestamptz)) limit " + MOST + "))";

    /** Daily buckets refer to parties without an address, so those stay as long as daily buckets do. */
    private static final String PARTIES =
            "delete from flow_party where ctid = any (array(select p.ctid from flow_party p"
                    + " where p.seen_on < (case when p.anywhere = p.id then ?::timestamptz else ?::timestamptz end)::date limit "
                    + MOST
                    + "))";

    private static final String FINDINGS = "delete from flow_sgt_finding where last_at < ?::timestamptz";
    private static final String SKETCHES = "delete from flow_sketch where day < (?::timestamptz)::date";
    private static final String WRITERS = "delete from flow_writer where seen_at < ?::timestamptz";

    private final Connection connection;
    private final FlowSettings settings;
    private final Instant now;

    Sweep(Connection connection, FlowSettings settings, Instant now) {
        this.connection = connection;
        this.settings = settings;
        this.now = now;
    }

    /** Makes what will be written to soon. */
    void cover() throws SQLException {
        for (Series series : Series.values()) {
            new BucketTable(connection)
                    .cover(series, now.toEpochMilli(), now.plus(AHEAD).toEpochMilli());
        }
    }

    /** Drops buckets that are no longer kept; how many pieces that were. */
    int drop() throws SQLException {
        Horizon horizon = Horizon.of(settings, now);
        return drop(Series.FINE, horizon.fine(), Series.HOUR)
                + drop(Series.HOUR, horizon.hours(), Series.DAY)
                + drop(Series.DAY, horizon.days(), Series.DAY);
    }

    private int drop(Series series, Instant before, Series madeOfIt) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setString(1, series.table());
            drop.setString(2, before.toString());
            drop.setString(3, series == madeOfIt ? "" : madeOfIt.table());
            try (ResultSet row = drop.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Removes rows that nothing needs any more, a bounded number; how many. */
    int rows() throws SQLException {
        Horizon horizon = Horizon.of(settings, now);
        String fine = horizon.fine().minus(DAY).toString();
        return delete(CHANGES, fine, fine)
                + delete(
                        PARTIES,
                        horizon.days().minus(DAY).toString(),
                        horizon.hours().minus(DAY.multipliedBy(8)).toString())
                + delete(FINDINGS, horizon.hours().toString())
                + delete(SKETCHES, horizon.days().toString())
                + delete(WRITERS, fine);
    }

    private int delete(String sql, String... arguments) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                delete.setString(i + 1, arguments[i]);
            }
            return delete.executeUpdate();
        }
    }
}
