package clarion.ejb.topics;

import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.records.IseRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A store that sees every state that a thing was in, also of those that came in one batch: a group that was renamed
 * twice within a batch is known by all three names.
 */
public final class StepByStep implements TopicStore {

    private final TopicStore store;

    public StepByStep(TopicStore store) {
        this.store = store;
    }

    @Override
    public BatchOutcome apply(Connection connection, List<IseRecord> records, Instant receivedAt) throws SQLException {
        int applied = 0;
        int duplicates = 0;
        int superseded = 0;
        for (List<IseRecord> step : steps(records)) {
            BatchOutcome outcome = store.apply(connection, step, receivedAt);
            applied += outcome.applied();
            duplicates += outcome.duplicates();
            superseded += outcome.superseded();
        }
        return new BatchOutcome(applied, duplicates, superseded);
    }

    /** Runs of records without a repeated key. */
    private static List<List<IseRecord>> steps(List<IseRecord> records) {
        List<List<IseRecord>> steps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (IseRecord record : records) {
            if (steps.isEmpty() || !keys.add(record.key())) {
                steps.add(new ArrayList<>());
                keys.clear();
                keys.add(record.key());
            }
            steps.get(steps.size() - 1).add(record);
        }
        return steps;
    }

    @Override
    public BatchOutcome applyPage(Connection connection, Snapshot snapshot, List<IseRecord> records, Instant now)
            throws SQLException {
        return store.applyPage(connection, snapshot, records, now);
    }

    @Override
    public SnapshotOutcome complete(Connection connection, Snapshot snapshot, Instant now) throws SQLException {
        return store.complete(connection, snapshot, now);
    }
}
