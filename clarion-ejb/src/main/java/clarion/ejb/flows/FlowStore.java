package clarion.ejb.flows;

import clarion.domain.flows.identity.Party;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes batches of buckets over one connection, in the caller's transaction. */
final class FlowStore {

    private static final String LAST_BATCH =
            "select batch from flow_writer where name = ? and run = ?::uuid for update";

    private static final String WROTE = """
            insert into flow_writer as w (name, run, batch, committed_at, seen_at, newest_at, figures)
            values (?, ?::uuid, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::jsonb)
            on conflict (name) do update set run = excluded.run, batch = excluded.batch,
                committed_at = coalesce(excluded.committed_at, w.committed_at), seen_at = excluded.seen_at,
                newest_at = greatest(w.newest_at, excluded.newest_at), figures = excluded.figures""";

    private static final String FOUND = """
            insert into flow_sgt_finding as f (party, source, record_sgt, session_sgt, first_at, last_at, conversations)
            select p, s, r, t, a::timestamptz, b::timestamptz, n
            from unnest(?::int4[], ?::int4[], ?::int4[], ?::int4[], ?::timestamptz[], ?::timestamptz[], ?::int8[])
                u(p, s, r, t, a, b, n) order by p, s, r, t
            on conflict (party, source, record_sgt, session_sgt) do update set
                first_at = least(f.first_at, excluded.first_at), last_at = greatest(f.last_at, excluded.last_at),
                conversations = f.conversations + excluded.conversations""";

    private final Connection connection;
    private final FlowSettings settings;
    private final Instant now;

    FlowStore(Connection connection, FlowSettings settings, Instant now) {
        this.connection = connection;
        this.settings = settings;
        this.now = now;
    }

    /**
     * A batch of one process.
     *
     * @param writer the process
     * @param run tells its runs apart
     * @param number from 1, in order; a batch that is written again keeps it
     */
    public record Batch(String writer, UUID run, long number, Buckets buckets) {}

    /**
     * The numbers that the database has for what is known by name.
     *
     * @param parties every party of the batch, and each of them anywhere
     * @param sources numbers of exporters in this process to those in the database
     */
    public record Numbers(Map<Party, Integer> parties, Map<Integer, Integer> sources) {
        int of(Party party) {
            Integer number = parties.get(party);
            if (number == null) {
                throw new IllegalStateException("no number for " + party);
            }
            return number;
        }

        int source(int exporter) {
            Integer number = sources.get(exporter);
            if (number == null) {
                throw new IllegalStateException("no number for exporter " + exporter);
            }
            return number;
        }
    }

    /**
     * What became of a batch.
     *
     * @param buckets rows that were written; 0 if it had been written before
     * @param outOfTime conversations that are older than anything that is kept
     */
    public record Written(int buckets, long outOfTime) {}

    /** Writes a batch, unless it was written before. */
    Written write(Batch batch, Numbers numbers, String figures) throws SQLException {
        if (lastBatch(batch) >= batch.number()) {
            return new Written(0, 0);
        }
        Written written = add(batch.buckets(), numbers);
        Instant newest = batch.buckets().totals.values().stream()
                .mapToLong(totals -> totals.last)
                .mapToObj(Instant::ofEpochMilli)
                .max(Instant::compareTo)
                .orElse(null);
        note(batch.writer(), batch.run(), batch.number(), now, newest, figures);
        return written;
    }

    /** Says that a process lives, and what it counted. */
    void note(
            String writer, UUID run, long batch, @Nullable Instant committed, @Nullable Instant newest, String figures)
            throws SQLException {
        try (PreparedStatement wrote = connection.prepareStatement(WROTE)) {
            wrote.setString(1, writer);
            wrote.setString(2, run.toString());
            wrote.setLong(3, batch);
            wrote.setString(4, committed == null ? null : committed.toString());
            wrote.setString(5, now.toString());
            wrote.setString(6, newest == null ? null : newest.toString());
            wrote.setString(7, figures);
            wrote.executeUpdate();
        }
    }

    private long lastBatch(Batch batch) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(LAST_BATCH)) {
            last.setString(1, batch.writer());
            last.setString(2, batch.run().toString());
            try (ResultSet row = last.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Adds to the buckets, each in the finest series that is still kept for its time. */
    Written add(Buckets buckets, Numbers numbers) throws SQLException {
        Sorted sorted = sorted(buckets, numbers);
        int written = 0;
        BucketTable table = new BucketTable(connection);
        for (Map.Entry<Series, List<BucketRow>> some : sorted.rows().entrySet()) {
            List<BucketRow> merged = BucketTable.merged(some.getValue());
            table.add(some.getKey(), merged);
            written += merged.size();
        }
        saveFindings(buckets, numbers);
        return new Written(written, sorted.outOfTime());
    }

    /** Sets buckets aside for an import. */
    Written stage(long importId, Buckets buckets, Numbers numbers) throws SQLException {
        Sorted sorted = sorted(buckets, numbers);
        int written = 0;
        BucketTable table = new BucketTable(connection);
        for (Map.Entry<Series, List<BucketRow>> some : sorted.rows().entrySet()) {
            List<BucketRow> merged = BucketTable.merged(some.getValue());
            table.stage(importId, some.getKey(), merged);
            written += merged.size();
        }
        return new Written(written, sorted.outOfTime());
    }

    private record Sorted(Map<Series, List<BucketRow>> rows, long outOfTime) {}

    private Sorted sorted(Buckets buckets, Numbers numbers) {
        Map<Series, List<BucketRow>> rows = new EnumMap<>(Series.class);
        Horizon horizon = Horizon.of(settings, now);
        long outOfTime = 0;
        for (Map.Entry<BucketKey, Totals> entry : buckets.totals.entrySet()) {
            BucketKey key = entry.getKey();
            Series series = horizon.seriesOf(key.at());
            if (series == null) {
                outOfTime += entry.getValue().all();
            } else {
                rows.computeIfAbsent(series, first -> new ArrayList<>())
                        .add(row(series, key, entry.getValue(), numbers));
            }
        }
        return new Sorted(rows, outOfTime);
    }

    private static BucketRow row(Series series, BucketKey key, Totals totals, Numbers numbers) {
        boolean day = series == Series.DAY;
        return new BucketRow(
                series.begin(key.at()),
                numbers.of(day ? key.client().anywhere() : key.client()),
                numbers.of(day ? key.server().anywhere() : key.server()),
                key.protocol(),
                key.service(),
                key.serviceLast(),
                numbers.source(key.exporter()),
                key.clientSgt(),
                key.serverSgt(),
                key.sgtOrigin(),
                totals);
    }

    /** Notes contradictions about SGTs. */
    void saveFindings(Buckets buckets, Numbers numbers) throws SQLException {
        List<Map.Entry<Buckets.Finding, Buckets.Seen>> list = List.copyOf(buckets.findings.entrySet());
        if (list.isEmpty()) {
            return;
        }
        try (PreparedStatement found = connection.prepareStatement(FOUND)) {
            new SqlArrays(found)
                    .add("int4", list, entry -> numbers.of(entry.getKey().party()))
                    .add("int4", list, entry -> numbers.source(entry.getKey().exporter()))
                    .add("int4", list, entry -> entry.getKey().recordSgt())
                    .add("int4", list, entry -> entry.getKey().sessionSgt())
                    .add("timestamptz", list, entry -> Instant.ofEpochMilli(entry.getValue().first))
                    .add("timestamptz", list, entry -> Instant.ofEpochMilli(entry.getValue().last))
                    .add("int8", list, entry -> entry.getValue().conversations);
            found.executeUpdate();
        }
    }
}
