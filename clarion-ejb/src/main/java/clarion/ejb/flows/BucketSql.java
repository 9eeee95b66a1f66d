package clarion.ejb.flows;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of buckets, and the statement that adds to them. */
final class BucketSql {

    /** What buckets are told apart by. */
    static final String KEY =
            "at, client, server, protocol, service, service_last, exporter, client_sgt, server_sgt, sgt_origin";

    /** What is counted, with how two counts become one. */
    static final List<Counter> COUNTERS = List.of(
            new Counter("first_at", "least(%s, %s)", "min"),
            new Counter("last_at", "greatest(%s, %s)", "max"),
            new Counter("request_bytes", "%s + %s", "sum"),
            new Counter("request_packets", "%s + %s", "sum"),
            new Counter("reply_bytes", "%s + %s", "sum"),
            new Counter("reply_packets", "%s + %s", "sum"),
            new Counter("conversations", "%s + %s", "sum"),
            new Counter("answered", "%s + %s", "sum"),
            new Counter("refused", "%s + %s", "sum"),
            new Counter("replies", "%s + %s", "sum"),
            new Counter("met", "%s + %s", "sum"),
            new Counter("sampling", "greatest(%s, %s)", "max"),
            new Counter("evidence", "%s | %s", "bit_or"),
            new Counter("marks", "%s | %s", "bit_or"));

    /** Columns of 64 bits, times in milliseconds. */
    static final List<ToLongFunction<BucketRow>> LONGS = List.of(
            BucketRow::at,
            row -> row.totals().first,
            row -> row.totals().last,
            row -> row.totals().requestBytes,
            row -> row.totals().requestPackets,
            row -> row.totals().replyBytes,
            row -> row.totals().replyPackets);

    /** Columns of 32 bits. */
    static final List<ToIntFunction<BucketRow>> INTS = List.of(
            BucketRow::client,
            BucketRow::server,
            BucketRow::protocol,
            BucketRow::service,
            BucketRow::serviceLast,
            BucketRow::exporter,
            BucketRow::clientSgt,
            BucketRow::serverSgt,
            BucketRow::sgtOrigin,
            row -> row.totals().conversations,
            row -> row.totals().answered,
            row -> row.totals().refused,
            row -> row.totals().replies,
            row -> row.totals().sampling,
            row -> row.totals().evidence,
            row -> row.totals().marks);

    private static final String GIVEN = "at_ms, first_ms, last_ms, request_bytes, request_packets, reply_bytes,"
            + " reply_packets, client, server, protocol, service, service_last, exporter, client_sgt, server_sgt,"
            + " sgt_origin, conversations, answered, refused, replies, sampling, evidence, marks";

    /** One counter: its column, how two values become one, and the aggregate that does so of many. */
    record Counter(String column, String both, String aggregate) {}

    private BucketSql() {}

    static String counters() {
        return COUNTERS.stream().map(Counter::column).collect(Collectors.joining(", "));
    }

    /** Aggregates of the counters, to insert into the table. */
    static String sums() {
        return COUNTERS.stream()
                .map(c ->
                        c.aggregate() + "(" + c.column() + ")" + (c.aggregate().equals("sum") ? cast(c.column()) : ""))
                .collect(Collectors.joining(", "));
    }

    private static String cast(String column) {
        return column.endsWith("bytes") || column.endsWith("packets") ? "::int8" : "::int4";
    }

    /** The end of an INSERT that adds to what is there. */
    static String onConflictAdd() {
        return " on conflict (" + KEY + ") do update set "
                + COUNTERS.stream()
                        .map(c -> c.column() + " = " + c.both().formatted("b." + c.column(), "excluded." + c.column()))
                        .collect(Collectors.joining(", "));
    }

    static String insert(Series series) {
        return "insert into " + series.table() + " as b (" + KEY + ", " + counters() + ")" + given("")
                + onConflictAdd();
    }

    /** Sets rows aside for an import; the parameters before the others are its number and the series. */
    static String stage() {
        return "insert into flow_import_bucket (import, series, " + KEY + ", " + counters() + ")"
                + given("?::int8, ?::text, ");
    }

    /** Adds what was set aside to a series; the parameters are the import and the series. */
    static String addStaged(Series series) {
        return "insert into " + series.table() + " as b (" + KEY + ", " + counters() + ") select " + KEY + ", " + sums()
                + " from flow_import_bucket where import = ? and series = ? group by " + KEY + " order by " + KEY
                + onConflictAdd();
    }

    private static String given(String before) {
        String arrays = Stream.concat(
                        LONGS.stream().map(c -> "?::int8[]"), INTS.stream().map(c -> "?::int4[]"))
                .collect(Collectors.joining(", "));
        return " select " + before + time("at_ms")
                + ", client, server, protocol, service, service_last, exporter, client_sgt, server_sgt,"
                + " sgt_origin, " + time("first_ms") + ", " + time("last_ms")
                + ", request_bytes, request_packets, reply_bytes, reply_packets, conversations, answered, refused,"
                + " replies, 0, sampling, evidence, marks from unnest(" + arrays + ") as g(" + GIVEN + ")";
    }

    private static String time(String millis) {
        return "to_timestamp(" + millis + "::float8 / 1000)";
    }
}
