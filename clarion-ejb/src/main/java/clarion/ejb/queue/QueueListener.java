package clarion.ejb.queue;

import clarion.ejb.queue.wire.EarlierGaps;
import clarion.ejb.queue.wire.Kind;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Gap;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Delivers into the queue. What becomes of an entry shows in the ledger once it is stored; here it is not known, so
 * outcomes are 0, and a closed gap does not say what it repaired.
 */
final class QueueListener implements PxGridListener {

    private static final BatchOutcome NOT_KNOWN_YET = new BatchOutcome(0, 0, 0);
    private static final int SNAPSHOTS = 50;
    private static final long UNKNOWN = -1;

    private final QueuePublisher publisher;

    /** How much the downloads that are under way have named. */
    private final Map<UUID, Long> named = new LinkedHashMap<>();

    QueueListener(QueuePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Optional<TopicPosition> savedPosition(Topic topic) {
        return publisher.position(topic);
    }

    @Override
    public void savePosition(TopicPosition position) {
        publisher.publish(Kind.POSITION, position, position);
    }

    @Override
    public BatchOutcome onSessions(SessionBatch batch) {
        publisher.publish(Kind.SESSIONS, batch, batch.position());
        return NOT_KNOWN_YET;
    }

    @Override
    public BatchOutcome onSnapshotPage(SnapshotPage page) {
        publisher.publish(Kind.SNAPSHOT_PAGE, page, null);
        return named(page.snapshot(), page.reports().size());
    }

    @Override
    public SnapshotOutcome onSnapshotComplete(Snapshot snapshot) {
        publisher.publish(Kind.SNAPSHOT_COMPLETE, snapshot, null);
        return completed(snapshot);
    }

    @Override
    public BatchOutcome onRecords(RecordBatch batch) {
        publisher.publish(Kind.RECORDS, batch, batch.position());
        return NOT_KNOWN_YET;
    }

    @Override
    public BatchOutcome onRecordPage(RecordPage page) {
        publisher.publish(Kind.RECORD_PAGE, page, null);
        return named(page.snapshot(), page.records().size());
    }

    @Override
    public SnapshotOutcome onRecordsComplete(Snapshot snapshot) {
        publisher.publish(Kind.RECORDS_COMPLETE, snapshot, null);
        return completed(snapshot);
    }

    @Override
    public void onGap(Gap gap) {
        publisher.publish(Kind.GAP, gap, null);
    }

    @Override
    public void onGapClosed(Gap.Closure closure) {
        publisher.publish(
                Kind.GAP_CLOSED,
                new Gap.Closure(
                        closure.gap(), closure.topic(), closure.at(), closure.how(), closure.fetched(), UNKNOWN),
                null);
    }

    @Override
    public void onEarlierGapsClosed(Topic topic, Instant at, Gap.How how) {
        publisher.publish(Kind.EARLIER_GAPS_CLOSED, new EarlierGaps(topic, at, how), null);
    }

    @Override
    public void onQuarantined(QuarantinedMessage message) {
        publisher.publish(Kind.QUARANTINED, message, null);
    }

    private synchronized BatchOutcome named(Snapshot snapshot, int more) {
        named.merge(snapshot.id(), (long) more, Long::sum);
        while (named.size() > SNAPSHOTS) {
            named.remove(named.keySet().iterator().next()); // of one that never ended
        }
        return NOT_KNOWN_YET;
    }

    private synchronized SnapshotOutcome completed(Snapshot snapshot) {
        Long seen = named.remove(snapshot.id());
        return new SnapshotOutcome(seen == null ? 0 : seen, 0, 0, 0);
    }
}
