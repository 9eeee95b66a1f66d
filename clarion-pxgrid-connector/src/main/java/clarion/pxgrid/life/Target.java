package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Origin;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.IseRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a topic's elements go: the listener's methods for their kind. */
interface Target<E> {

    Topic topic();

    BatchOutcome events(Origin origin, List<E> elements, TopicPosition position, Instant receivedAt);

    BatchOutcome page(Snapshot snapshot, List<E> elements);

    SnapshotOutcome complete(Snapshot snapshot);

    /** ISE's time of an element, or null if it has none. */
    @Nullable
    Instant timeOf(E element);

    /** Sessions. */
    record Sessions(PxGridListener listener) implements Target<SessionReport> {

        @Override
        public Topic topic() {
            return Topic.SESSIONS;
        }

        @Override
        public BatchOutcome events(
                Origin origin, List<SessionReport> elements, TopicPosition position, Instant receivedAt) {
            return listener.onSessions(new SessionBatch(origin, elements, position, receivedAt));
        }

        @Override
        public BatchOutcome page(Snapshot snapshot, List<SessionReport> elements) {
            return listener.onSnapshotPage(new SnapshotPage(snapshot, elements));
        }

        @Override
        public SnapshotOutcome complete(Snapshot snapshot) {
            return listener.onSnapshotComplete(snapshot);
        }

        @Override
        public Instant timeOf(SessionReport element) {
            return element.timestamp();
        }
    }

    /**
     * Everything else.
     *
     * @param groups told of what was stored
     */
    record Records(PxGridListener listener, Topic topic, KnownGroups groups) implements Target<IseRecord> {

        @Override
        public BatchOutcome events(
                Origin origin, List<IseRecord> elements, TopicPosition position, Instant receivedAt) {
            BatchOutcome outcome = listener.onRecords(new RecordBatch(topic, origin, elements, position, receivedAt));
            groups.told(elements);
            return outcome;
        }

        @Override
        public BatchOutcome page(Snapshot snapshot, List<IseRecord> elements) {
            BatchOutcome outcome = listener.onRecordPage(new RecordPage(snapshot, elements));
            groups.told(elements);
            return outcome;
        }

        @Override
        public SnapshotOutcome complete(Snapshot snapshot) {
            return listener.onRecordsComplete(snapshot);
        }

        @Override
        public @Nullable Instant timeOf(IseRecord element) {
            return element.timestamp();
        }
    }
}
