package clarion.pxgrid;

import java.time.Instant;
import java.util.Optional;

/**
 * Receives what ISE published, in the way a message endpoint receives from a resource adapter.
 *
 * <p>The implementation is a stateless session bean with container-managed transactions. Every method is one
 * transaction: the data and the topic's position are saved together or not at all. Redelivery is harmless. An exception
 * means that nothing was saved; the connector then delivers the batch once more, and after that in halves until the bad
 * record is found and {@linkplain #onQuarantined set aside}.
 *
 * <p>A {@link clarion.domain.ClarionException} of type {@code DATABASE_UNAVAILABLE} says that no record is at fault:
 * the database is away, and the same batch is to be delivered again later, whole. So do one of type
 * {@code QUEUE_UNAVAILABLE}, where a message queue stands before the database, and one of type {@code NOT_LEADING}:
 * another process may have taken over, and nothing of this one is stored then.
 *
 * <p>With a message queue, what is confirmed by the broker counts as saved, positions included; what became of it is
 * not known yet, so that outcomes are all 0, but for what a download {@linkplain SnapshotOutcome#seen named}.
 */
public interface PxGridListener {

    /** The position last saved for a topic, or empty if nothing was ever saved. */
    Optional<TopicPosition> savedPosition(Topic topic);

    /**
     * Saves a position without data: the stored picture is complete up to it, though no event says so. It is called
     * when a download or a recovery has ended, and never with a position that runs ahead of what was delivered.
     */
    void savePosition(TopicPosition position);

    /**
     * Applies events of the live stream or of a recovery.
     *
     * <p>Per session the newer timestamp wins; at equal timestamps with different content the event wins over what is
     * stored; an older one changes nothing.
     */
    BatchOutcome onSessions(SessionBatch batch);

    /**
     * Applies a page of the bulk download; a stored session with the same or a newer timestamp wins.
     *
     * @param page a bounded part of the download; all pages of one download carry the same snapshot
     */
    BatchOutcome onSnapshotPage(SnapshotPage page);

    /**
     * Ends the bulk download: live sessions that no page named and that nothing touched since the download began have
     * ended unseen and are closed.
     */
    SnapshotOutcome onSnapshotComplete(Snapshot snapshot);

    /** Applies what came on a topic other than sessions; of the same thing the newer record wins. */
    BatchOutcome onRecords(RecordBatch batch);

    /** Applies a page of a bulk download of a topic other than sessions. */
    BatchOutcome onRecordPage(RecordPage page);

    /**
     * Ends a bulk download of a topic other than sessions: what no page named and no event touched since the download
     * began is gone.
     */
    SnapshotOutcome onRecordsComplete(Snapshot snapshot);

    /** Notes that a topic may have lost something. A topic can have several open gaps. */
    void onGap(Gap gap);

    /** Notes how a gap was closed; harmless for a gap that is closed already. */
    void onGapClosed(Gap.Closure closure);

    /**
     * Closes every gap of a topic that an earlier run of Clarion left open.
     *
     * @param how by what
     */
    void onEarlierGapsClosed(Topic topic, Instant at, Gap.How how);

    /** Keeps a message that could not be read or applied, for a person to look at. */
    void onQuarantined(QuarantinedMessage message);
}
