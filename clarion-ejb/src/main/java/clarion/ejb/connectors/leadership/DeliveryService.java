package clarion.ejb.connectors.leadership;

import clarion.ejb.queue.QueueBean;
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
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * What the connector delivers to: the message queue where there is one, else the database, behind the fence. It has no
 * transaction of its own, since none may be open while a broker is waited for.
 */
@Stateless
@Local(PxGridListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryService implements PxGridListener {

    private final QueueBean queue;
    private final FencedListenerService database;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected DeliveryService() {
        this(null, null);
    }

    @Inject
    public DeliveryService(QueueBean queue, FencedListenerService database) {
        this.queue = queue;
        this.database = database;
    }

    private PxGridListener way() {
        return queue.listener().orElse(database);
    }

    @Override
    public Optional<TopicPosition> savedPosition(Topic topic) {
        return way().savedPosition(topic);
    }

    @Override
    public void savePosition(TopicPosition position) {
        way().savePosition(position);
    }

    @Override
    public BatchOutcome onSessions(SessionBatch batch) {
        return way().onSessions(batch);
    }

    @Override
    public BatchOutcome onSnapshotPage(SnapshotPage page) {
        return way().onSnapshotPage(page);
    }

    @Override
    public SnapshotOutcome onSnapshotComplete(Snapshot snapshot) {
        return way().onSnapshotComplete(snapshot);
    }

    @Override
    public BatchOutcome onRecords(RecordBatch batch) {
        return way().onRecords(batch);
    }

    @Override
    public BatchOutcome onRecordPage(RecordPage page) {
        return way().onRecordPage(page);
    }

    @Override
    public SnapshotOutcome onRecordsComplete(Snapshot snapshot) {
        return way().onRecordsComplete(snapshot);
    }

    @Override
    public void onGap(Gap gap) {
        way().onGap(gap);
    }

    @Override
    public void onGapClosed(Gap.Closure closure) {
        way().onGapClosed(closure);
    }

    @Override
    public void onEarlierGapsClosed(Topic topic, Instant at, Gap.How how) {
        way().onEarlierGapsClosed(topic, at, how);
    }

    @Override
    public void onQuarantined(QuarantinedMessage message) {
        way().onQuarantined(message);
    }
}
