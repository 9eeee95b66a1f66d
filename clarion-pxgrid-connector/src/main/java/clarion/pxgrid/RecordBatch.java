package clarion.pxgrid;

import clarion.pxgrid.records.IseRecord;
import java.time.Instant;
import java.util.List;

/**
 * What came on a topic other than {@link Topic#SESSIONS}, in the order in which it came; one transaction's worth.
 *
 * @param topic the topic; the type of the records follows from it
 * @param origin never {@link Origin#BULK}
 * @param records at least one
 * @param position the topic's position after the last of them; saved with them
 * @param receivedAt when the first of them left the socket; Clarion's clock
 */
public record RecordBatch(
        Topic topic, Origin origin, List<IseRecord> records, TopicPosition position, Instant receivedAt) {

    public RecordBatch {
        records = List.copyOf(records);
    }
}
