package clarion.ejb.flows;

import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;

/** Adds to the buckets of a series, over one connection and in the caller's transaction. */
final class BucketTable {

    private static final int CHUNK = 20_000;
    private static final int MOST_TRIES = 20;

    private static final String MARK = "insert into flow_due (series, at) select ?, t from unnest(?::timestamptz[]) t"
            + " order by t on conflict do nothing";

    /** A share of the mark keeps the one who sums up from taking it until this has ended. */
    private static final String SHARE = "select count(*) from (select at from flow_due where series = ?"
            + " and at = any(?::timestamptz[]) order by at for share) shared";

    private static final String COVER = "select flow_cover(?, ?::timestamptz, ?::timestamptz)";

    private final Connection connection;

    BucketTable(Connection connection) {
        this.connection = connection;
    }

    /** Adds rows, which are in {@link BucketRow#ORDER}; the partitions are made if they are not there. */
    void add(Series series, List<BucketRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        cover(series, rows.get(0).at(), rows.get(rows.size() - 1).at());
        if (series != Series.DAY) {
            Series coarser = series == Series.FINE ? Series.HOUR : Series.DAY;
            TreeSet<Instant> due = new TreeSet<>();
            rows.forEach(row -> due.add(Instant.ofEpochMilli(coarser.begin(row.at()))));
            markDue(coarser, due);
        }
        for (int from = 0; from < rows.size(); from += CHUNK) {
            insert(series, rows.subList(from, Math.min(rows.size(), from + CHUNK)));
        }
    }

    void cover(Series series, long from, long until) throws SQLException {
        try (PreparedStatement cover = connection.prepareStatement(COVER)) {
            cover.setString(1, series.table());
            cover.setString(2, Instant.ofEpochMilli(from).toString());
            cover.setString(3, Instant.ofEpochMilli(until).toString());
            cover.execute();
        }
    }

    /** Says that sums have to be made anew. Whoever makes them waits for this transaction, or makes them again. */
    void markDue(Series series, Collection<Instant> times) throws SQLException {
        List<Instant> list = List.copyOf(times);
        for (int i = 0; i < MOST_TRIES; i++) {
            try (PreparedStatement mark = connection.prepareStatement(MARK)) {
                mark.setString(1, series.table());
                new SqlArrays(mark, 1).add("timestamptz", list, time -> time);
                mark.executeUpdate();
            }
            try (PreparedStatement share = connection.prepareStatement(SHARE)) {
                share.setString(1, series.table());
                new SqlArrays(share, 1).add("timestamptz", list, time -> time);
                try (ResultSet shared = share.executeQuery()) {
                    shared.next();
                    if (shared.getInt(1) == list.size()) {
                        return;
                    }
                }
            }
        }
        throw new SQLException("buckets are summed up all the time; try again", "40001");
    }

    /** Sets rows aside for an import. */
    void stage(long importId, Series series, List<BucketRow> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            try (PreparedStatement insert = connection.prepareStatement(BucketSql.stage())) {
                insert.setLong(1, importId);
                insert.setString(2, series.table());
                bind(insert, 2, rows.subList(from, Math.min(rows.size(), from + CHUNK)));
                insert.executeUpdate();
            }
        }
    }

    private void insert(Series series, List<BucketRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BucketSql.insert(series))) {
            bind(insert, 0, rows);
            insert.executeUpdate();
        }
    }

    private void bind(PreparedStatement insert, int bound, List<BucketRow> rows) throws SQLException {
        PGConnection arrays = connection.unwrap(PGConnection.class);
        int i = bound;
        for (ToLongFunction<BucketRow> column : BucketSql.LONGS) {
            insert.setArray(
                    ++i,
                    arrays.createArrayOf("int8", rows.stream().mapToLong(column).toArray()));
        }
        for (ToIntFunction<BucketRow> column : BucketSql.INTS) {
            insert.setArray(
                    ++i,
                    arrays.createArrayOf("int4", rows.stream().mapToInt(column).toArray()));
        }
    }

    /** Rows with these parties' numbers, in {@link BucketRow#ORDER}; equal ones become one. */
    static List<BucketRow> merged(List<BucketRow> rows) {
        List<BucketRow> sorted = new ArrayList<>(rows);
        sorted.sort(BucketRow.ORDER);
        List<BucketRow> merged = new ArrayList<>(sorted.size());
        for (BucketRow row : sorted) {
            BucketRow last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && BucketRow.ORDER.compare(last, row) == 0) {
                last.totals().add(row.totals());
            } else {
                Totals own = new Totals(); // what was given stays as it is: it may be written again
                own.add(row.totals());
                merged.add(new BucketRow(
                        row.at(),
                        row.client(),
                        row.server(),
                        row.protocol(),
                        row.service(),
                        row.serviceLast(),
                        row.exporter(),
                        row.clientSgt(),
                        row.serverSgt(),
                        row.sgtOrigin(),
                        own));
            }
        }
        return merged;
    }
}
