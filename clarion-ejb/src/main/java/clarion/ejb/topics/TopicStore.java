package clarion.ejb.topics;

import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.records.IseRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Keeps the records of one topic, over the caller's connection and in the caller's transaction. */
public interface TopicStore {

    /**
     * Applies records of the live stream or of a recovery, in the order in which they came.
     *
     * @param receivedAt Clarion's clock
     */
    BatchOutcome apply(Connection connection, List<IseRecord> records, Instant receivedAt) throws SQLException;

    /**
     * Applies a page of a bulk download.
     *
     * @throws UnsupportedOperationException if ISE has no bulk answer for the topic
     */
    default BatchOutcome applyPage(Connection connection, Snapshot snapshot, List<IseRecord> records, Instant now)
            throws SQLException {
        throw new UnsupportedOperationException(snapshot.topic().id() + " cannot be downloaded");
    }

    /**
     * Ends a bulk download.
     *
     * @throws UnsupportedOperationException if ISE has no bulk answer for the topic
     */
    default SnapshotOutcome complete(Connection connection, Snapshot snapshot, Instant now) throws SQLException {
        throw new UnsupportedOperationException(snapshot.topic().id() + " cannot be downloaded");
    }
}
