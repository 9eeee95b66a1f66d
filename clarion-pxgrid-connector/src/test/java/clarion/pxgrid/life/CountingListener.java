package clarion.pxgrid.life;

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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps nothing but numbers. */
final class CountingListener implements PxGridListener {

    final AtomicLong downloaded = new AtomicLong();
    final AtomicInteger largestPage = new AtomicInteger();
    volatile boolean complete;

    @Override
    public Optional<TopicPosition> savedPosition(Topic topic) {
        return Optional.empty();
    }

    @Override
    public void savePosition(TopicPosition position) {}

    @Override
    public BatchOutcome onSessions(SessionBatch batch) {
        return new BatchOutcome(batch.reports().size(), 0, 0);
    }

    @Override
    public BatchOutcome onSnapshotPage(SnapshotPage page) {
        downloaded.addAndGet(page.reports().size());
        largestPage.accumulateAndGet(page.reports().size(), Math::max);
        return new BatchOutcome(page.reports().size(), 0, 0);
    }

    @Override
    public SnapshotOutcome onSnapshotComplete(Snapshot snapshot) {
        complete = true;
        return new SnapshotOutcome(downloaded.get(), 0, 0, 0);
    }

    @Override
    public BatchOutcome onRecords(RecordBatch batch) {
        return new BatchOutcome(batch.records().size(), 0, 0);
    }

    @Override
    public BatchOutcome onRecordPage(RecordPage page) {
        return new BatchOutcome(page.records().size(), 0, 0);
    }

    @Override
    public SnapshotOutcome onRecordsComplete(Snapshot snapshot) {
        return new SnapshotOutcome(0, 0, 0, 0);
    }

    @Override
    public void onGap(Gap gap) {}

    @Override
    public void onGapClosed(Gap.Closure closure) {}

    @Override
    public void onEarlierGapsClosed(Topic topic, Instant at, Gap.How how) {}

    @Override
    public void onQuarantined(QuarantinedMessage message) {}
}
