package clarion.ejb.connectors.leadership;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.queue.QueueProgressTable;
import clarion.ejb.sessions.SessionIngestService;
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
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * The way straight to the database: every method is one container-managed transaction, which begins at the
 * {@link Fence} and goes on where the data is stored.
 */
@Stateless
@LocalBean
public class FencedListenerService implements PxGridListener {

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final Fence fence;
    private final SessionIngestService ingest;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FencedListenerService() {
        this(null, null, null, null);
    }

    @Inject
    public FencedListenerService(
            DatabaseWork database, DatabaseReadiness readiness, Fence fence, SessionIngestService ingest) {
        this.database = database;
        this.readiness = readiness;
        this.fence = fence;
        this.ingest = ingest;
    }

    private void enter() {
        readiness.require();
        database.run(fence::enter);
    }

    @Override
    public Optional<TopicPosition> savedPosition(Topic topic) {
        enter();
        database.run(connection -> new QueueProgressTable(connection).passBy(fence.term()));
        return ingest.savedPosition(topic);
    }

    @Override
    public void savePosition(TopicPosition position) {
        enter();
        ingest.savePosition(position);
    }

    @Override
    public BatchOutcome onSessions(SessionBatch batch) {
        enter();
        return ingest.onSessions(batch);
    }

    @Override
    public BatchOutcome onSnapshotPage(SnapshotPage page) {
        enter();
        return ingest.onSnapshotPage(page);
    }

    @Override
    public SnapshotOutcome onSnapshotComplete(Snapshot snapshot) {
        enter();
        return ingest.onSnapshotComplete(snapshot);
    }

    @Override
    public BatchOutcome onRecords(RecordBatch batch) {
        enter();
        return ingest.onRecords(batch);
    }

    @Override
    public BatchOutcome onRecordPage(RecordPage page) {
        enter();
        return ingest.onRecordPage(page);
    }

    @Override
    public SnapshotOutcome onRecordsComplete(Snapshot snapshot) {
        enter();
        return ingest.onRecordsComplete(snapshot);
    }

    @Override
    public void onGap(Gap gap) {
        enter();
        ingest.onGap(gap);
    }

    @Override
    public void onGapClosed(Gap.Closure closure) {
        enter();
        ingest.onGapClosed(closure);
    }

    @Override
    public void onEarlierGapsClosed(Topic topic, Instant at, Gap.How how) {
        enter();
        ingest.onEarlierGapsClosed(topic, at, how);
    }

    @Override
    public void onQuarantined(QuarantinedMessage message) {
        enter();
        ingest.onQuarantined(message);
    }
}
