package clarion.ejb.topics;

import clarion.ejb.SqlArrays;
import clarion.ejb.SqlValues;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.records.IseRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a topic in a table with one row per thing. A batch costs a handful of statements, however many records
 * it holds; writers of the same topic take turns by a lock that ends with the transaction.
 */
public final class RecordTable<R extends IseRecord> implements TopicStore {

    // "clar" in ASCII, with the table's name: any pair would do that nobody else in this database takes.
    private static final String TAKE_TURN = "select pg_advisory_xact_lock(1668047218, hashtext(?))";

    private final RecordDefinition<R> topic;
    private final RecordSql sql;

    public RecordTable(RecordDefinition<R> topic) {
        this.topic = topic;
        this.sql = new RecordSql(topic);
    }

    @Override
    public BatchOutcome apply(Connection connection, List<IseRecord> records, Instant receivedAt) throws SQLException {
        takeTurn(connection);
        List<IncomingRecord> incoming = new ArrayList<>(records.size());
        RecordMerge merge = load(connection, sql.load, records, incoming);
        incoming.forEach(merge::event);
        write(connection, merge, receivedAt, null);
        update(connection, sql.confirm, merge.confirmed(), receivedAt.toString());
        return merge.outcome();
    }

    @Override
    public BatchOutcome applyPage(Connection connection, Snapshot snapshot, List<IseRecord> records, Instant now)
            throws SQLException {
        takeTurn(connection);
        List<IncomingRecord> incoming = new ArrayList<>(records.size());
        RecordMerge merge = load(connection, sql.loadCompared, records, incoming);
        incoming.forEach(record -> merge.page(record, snapshot));
        write(connection, merge, now.isBefore(snapshot.startedAt()) ? snapshot.startedAt() : now, snapshot);
        String id = snapshot.id().toString();
        update(connection, sql.name, merge.leftAsStored(), id, id);
        new ReconcileTable(connection).note(snapshot, 0, 0, 0);
        return merge.outcome();
    }

    @Override
    public SnapshotOutcome complete(Connection connection, Snapshot snapshot, Instant now) throws SQLException {
        takeTurn(connection);
        ReconcileTable reconciles = new ReconcileTable(connection);
        reconciles.note(snapshot, 0, 0, 0);
        if (!reconciles.complete(snapshot, now)) {
            return reconciles.outcome(snapshot, 0);
        }
        String id = snapshot.id().toString();
        String start = snapshot.startedAt().toString();
        if (!topic.keepsDeleted()) {
            update(connection, sql.forget, null, start);
        }
        int ended = update(connection, sql.end, null, now.toString(), now.toString(), start, id);
        try (PreparedStatement count = connection.prepareStatement(sql.count)) {
            count.setString(1, id);
            try (ResultSet found = count.executeQuery()) {
                found.next();
                reconciles.note(snapshot, found.getLong(1), found.getLong(2), found.getLong(3));
            }
        }
        return reconciles.outcome(snapshot, ended);
    }

    private void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement turn = connection.prepareStatement(TAKE_TURN)) {
            turn.setString(1, topic.table());
            turn.execute();
        }
    }

    private RecordMerge load(Connection connection, String load, List<IseRecord> records, List<IncomingRecord> incoming)
            throws SQLException {
        List<R> typed = records.stream().map(topic.type()::cast).toList();
        List<List<@Nullable Object>> values = typed.stream().map(this::values).toList();
        Map<String, MergedRecord> stored = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(load)) {
            SqlArrays arrays = new SqlArrays(select).add(topic.keyType(), typed, topic.keyOf());
            bind(arrays, values);
            try (ResultSet found = select.executeQuery()) {
                for (int i = 0; found.next(); i++) {
                    R record = typed.get(i);
                    String key = topic.keyOf().apply(record);
                    if (found.getBoolean(1) && !stored.containsKey(key)) {
                        Instant received = SqlValues.instant(found, 2);
                        Instant ise = SqlValues.instantOrNull(found, 3);
                        stored.put(key, MergedRecord.stored(key, received, ise, found.getBoolean(4)));
                    }
                    incoming.add(new IncomingRecord(
                            key, toMicros(record.timestamp()), record.deleted(), values.get(i), found.getBoolean(5)));
                }
            }
        }
        return new RecordMerge(topic.columns(), stored.values());
    }

    private List<@Nullable Object> values(R record) {
        List<@Nullable Object> values = new ArrayList<>(topic.columns().size());
        for (RecordColumn<R> column : topic.columns()) {
            values.add(column.value().apply(record));
        }
        return values;
    }

    /** As PostgreSQL keeps it, so that what comes back is equal. */
    private static @Nullable Instant toMicros(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private void write(Connection connection, RecordMerge merge, Instant at, @Nullable Snapshot snapshot)
            throws SQLException {
        List<MergedRecord> written = merge.written();
        if (!written.isEmpty()) {
            try (PreparedStatement upsert = connection.prepareStatement(sql.upsert)) {
                upsert.setString(1, at.toString());
                upsert.setString(2, snapshot == null ? null : snapshot.id().toString());
                SqlArrays arrays = new SqlArrays(upsert, 2).add(topic.keyType(), written, row -> row.key);
                bind(arrays, written.stream().map(row -> known(row.values)).toList());
                arrays.add("timestamptz", written, row -> row.iseAt)
                        .add("text", written, row -> row.finding == null ? null : row.finding.name());
                upsert.executeUpdate();
            }
        }
        List<MergedRecord> ended = merge.ended();
        if (!ended.isEmpty()) {
            try (PreparedStatement entomb = connection.prepareStatement(sql.entomb)) {
                entomb.setString(1, at.toString());
                SqlArrays arrays = new SqlArrays(entomb, 1).add(topic.keyType(), ended, row -> row.key);
                bind(arrays, ended.stream().map(row -> known(row.epitaph)).toList());
                arrays.add("timestamptz", ended, row -> row.iseAt);
                entomb.executeUpdate();
            }
        }
    }

    private void bind(SqlArrays arrays, List<List<@Nullable Object>> rows) throws SQLException {
        List<RecordColumn<R>> columns = topic.columns();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            arrays.add(columns.get(i).type(), rows, row -> row.get(column));
        }
    }

    private static List<@Nullable Object> known(@Nullable List<@Nullable Object> values) {
        if (values == null) {
            throw new IllegalStateException("a row without values is not written");
        }
        return values;
    }

    /** Runs an update with text parameters, then the keys as an array, if the statement takes any. */
    private int update(Connection connection, String text, @Nullable List<String> keys, String... parameters)
            throws SQLException {
        if (keys != null && keys.isEmpty()) {
            return 0;
        }
        try (PreparedStatement update = connection.prepareStatement(text)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setString(i + 1, parameters[i]);
            }
            if (keys != null) {
                new SqlArrays(update, parameters.length).add(topic.keyType(), keys, key -> key);
            }
            return update.executeUpdate();
        }
    }
}
