package clarion.ejb.policy;

import clarion.ejb.DatabaseText;
import clarion.ejb.topics.RecordTable;
import clarion.ejb.topics.TopicStore;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.records.EgressMatrixRecord;
import clarion.pxgrid.records.IseRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the cells of the egress policy, and the matrices that they belong to. Those are few, and only a download tells
 * of them: what it does not name is gone. They are no part of what a comparison counts.
 */
public final class MatrixStore implements TopicStore {

    private static final String SAVE = """
            with old as (select name, description, monitor_all from egress_matrix where id = ?)
            insert into egress_matrix as m (id, name, description, monitor_all, received_at, named_by)
            values (?, ?, ?, ?, ?::timestamptz, ?::uuid)
            on conflict (id) do update set name = excluded.name, description = excluded.description,
                monitor_all = excluded.monitor_all, received_at = excluded.received_at, named_by = excluded.named_by
            returning exists (select 1 from old where (old.name, old.description, old.monitor_all)
                is not distinct from (m.name, m.description, m.monitor_all))""";

    private static final String FORGET = "delete from egress_matrix where named_by <> ?::uuid";

    private final TopicStore cells = new RecordTable<>(PolicyRecords.CELLS);

    @Override
    public BatchOutcome apply(Connection connection, List<IseRecord> records, Instant receivedAt) throws SQLException {
        return cells.apply(connection, records, receivedAt);
    }

    @Override
    public BatchOutcome applyPage(Connection connection, Snapshot snapshot, List<IseRecord> records, Instant now)
            throws SQLException {
        BatchOutcome outcome = cells.applyPage(
                connection,
                snapshot,
                records.stream()
                        .filter(record -> !(record instanceof EgressMatrixRecord))
                        .toList(),
                now);
        int applied = 0;
        int known = 0;
        for (IseRecord record : records) {
            if (record instanceof EgressMatrixRecord matrix) {
                if (wasKnown(connection, snapshot, matrix, now)) {
                    known++;
                } else {
                    applied++;
                }
            }
        }
        return new BatchOutcome(outcome.applied() + applied, outcome.duplicates() + known, outcome.superseded());
    }

    private static boolean wasKnown(Connection connection, Snapshot snapshot, EgressMatrixRecord matrix, Instant now)
            throws SQLException {
        String id = DatabaseText.key(matrix.id());
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setString(1, id);
            save.setString(2, id);
            save.setString(3, DatabaseText.text(matrix.name()));
            save.setString(4, DatabaseText.limit(matrix.description(), DatabaseText.ATTRIBUTE_LIMIT));
            save.setObject(5, matrix.monitorAll(), Types.BOOLEAN);
            save.setString(6, now.toString());
            save.setString(7, snapshot.id().toString());
            try (ResultSet saved = save.executeQuery()) {
                saved.next();
                return saved.getBoolean(1);
            }
        }
    }

    @Override
    public SnapshotOutcome complete(Connection connection, Snapshot snapshot, Instant now) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, snapshot.id().toString());
            forget.executeUpdate();
        }
        return cells.complete(connection, snapshot, now);
    }
}
