package clarion.ejb.connectors;

import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Origin;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.records.IseRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Stores records of any topic with their position and their count, in the caller's transaction. */
public final class RecordIngest {

    private final Connection connection;
    private final Instant now;

    /**
     * For one transaction.
     *
     * @param now Clarion's clock
     */
    public RecordIngest(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    public BatchOutcome apply(RecordBatch batch) throws SQLException {
        BatchOutcome outcome = TopicStores.of(batch.topic()).apply(connection, batch.records(), batch.receivedAt());
        new TopicPositionTable(connection).save(batch.position(), now);
        new LedgerTable(connection).add(batch.topic(), batch.origin(), outcome, batch.receivedAt());
        return outcome;
    }

    public BatchOutcome apply(RecordPage page) throws SQLException {
        Snapshot snapshot = page.snapshot();
        BatchOutcome outcome = TopicStores.of(snapshot.topic()).applyPage(connection, snapshot, page.records(), now);
        new LedgerTable(connection).add(snapshot.topic(), Origin.BULK, outcome, now);
        return outcome;
    }

    /** Applies a batch that was stored before; no position moves, and nothing is counted. */
    public BatchOutcome again(RecordBatch batch) throws SQLException {
        return TopicStores.of(batch.topic()).apply(connection, batch.records(), batch.receivedAt());
    }

    /** The same of an earlier download, for records that say when they are from. */
    public BatchOutcome again(RecordPage page) throws SQLException {
        List<IseRecord> dated = page.records().stream()
                .filter(record -> record.timestamp() != null)
                .toList();
        return dated.isEmpty()
                ? new BatchOutcome(0, 0, 0)
                : TopicStores.of(page.snapshot().topic()).apply(connection, dated, now);
    }

    public SnapshotOutcome complete(Snapshot snapshot) throws SQLException {
        return TopicStores.of(snapshot.topic()).complete(connection, snapshot, now);
    }

    public void setAside(QuarantinedMessage message) throws SQLException {
        new QuarantineTable(connection).add(message);
        new LedgerTable(connection).addQuarantined(message.topic(), message.receivedAt());
    }
}
