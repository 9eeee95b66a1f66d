package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.Origin;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.life.SequenceTracker.Verdict;
import clarion.pxgrid.sessions.TopicMessage;
import clarion.pxgrid.stream.PubSubStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the stored picture of the session topic equal to ISE's: a download first, then the stream, then a recovery
 * whenever the numbers show a gap.
 *
 * <p>Events go to the listener while a download is under way, in between its pages, and not after it: the listener
 * merges by time, so the order does not matter, and the queue stays short however long the download takes. What changes
 * only when the download is complete is the position: until then the one from before is saved, so that a crash in the
 * middle leads to a download again.
 */
final class SessionFeed {

    private static final System.Logger LOG = System.getLogger(SessionFeed.class.getName());

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration LINGER = Duration.ofMillis(4);

    /** Events of a device with a wrong clock must not move the start of a recovery into the future. */
    private static final Duration PLAUSIBLE_SKEW = Duration.ofDays(1);

    private static final int ROUNDS = 5;

    private final PubSubStream stream;
    private final Inbox inbox;
    private final Delivery delivery;
    private final SessionDownload download;
    private final StatusBoard board;
    private final GroupCatalogue groups;
    private final SequenceTracker tracker;
    private final Delivery.Checkpoint checkpoint;
    private final Clock clock;
    private final int batchSize;
    private final int resumeBelow;

    private TopicPosition delivered;
    private boolean syncing;
    private boolean lossWhileSyncing;

    SessionFeed(
            PubSubStream stream,
            Inbox inbox,
            Delivery delivery,
            SessionDownload download,
            StatusBoard board,
            GroupCatalogue groups,
            TopicPosition delivered,
            Delivery.Checkpoint checkpoint,
            Clock clock,
            int batchSize,
            int queueCapacity) {
        this.stream = stream;
        this.inbox = inbox;
        this.delivery = delivery;
        this.download = download;
        this.board = board;
        this.groups = groups;
        this.delivered = delivered;
        this.checkpoint = checkpoint;
        this.clock = clock;
        this.batchSize = batchSize;
        this.resumeBelow = Math.max(1, queueCapacity / 2);
        this.tracker = new SequenceTracker(delivered.topic());
    }

    /** How far the listener has everything; where the next connection goes on. */
    TopicPosition delivered() {
        return delivered;
    }

    /** After the subscription: brings the picture up to date, by recovery if possible, else by a full download. */
    void synchronise(boolean recoverable) throws PxGridException, InterruptedException {
        tracker.resumeAt(recoverable ? delivered : TopicPosition.none(delivered.topic()));
        bringUpToDate(recoverable);
    }

    /** Delivers events as they come, until the stream fails. */
    void live() throws PxGridException, InterruptedException {
        while (true) {
            List<TopicMessage> messages = inbox.take(batchSize, PATIENCE, LINGER);
            if (messages.isEmpty()) {
                checkpoint.check();
            } else {
                process(messages);
            }
            readOn();
        }
    }

    private void readOn() {
        if (inbox.depth() < resumeBelow) {
            stream.resume();
        }
    }

    /** Whatever has come by now; does not wait. */
    private void processWhatIsThere() throws PxGridException, InterruptedException {
        for (int left = inbox.depth(); left > 0; ) {
            List<TopicMessage> messages = inbox.take(batchSize, Duration.ZERO, Duration.ZERO);
            if (messages.isEmpty()) {
                break;
            }
            left -= messages.stream().mapToInt(TopicMessage::weight).sum();
            process(messages);
            readOn();
        }
        checkpoint.check();
    }

    private void process(List<TopicMessage> messages) throws PxGridException, InterruptedException {
        List<SessionReport> reports = new ArrayList<>();
        Instant receivedAt = messages.get(0).receivedAt();
        for (TopicMessage message : messages) {
            Verdict verdict = tracker.judge(message);
            if (verdict != Verdict.IN_ORDER && verdict != Verdict.KNOWN) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "CLARION-PXG-051 event=gap verdict={0} sequence={1} position={2}",
                        verdict,
                        message.sequence(),
                        delivered.sequence());
                if (syncing) {
                    lossWhileSyncing = true;
                } else {
                    flush(reports, receivedAt);
                    reports.clear();
                    receivedAt = message.receivedAt();
                    board.staleSince(message.receivedAt());
                    board.move(Life.Live.class, live -> live.gapFound(clock.instant()));
                    if (verdict == Verdict.OTHER_PUBLISHER) {
                        tracker.resumeAt(TopicPosition.none(delivered.topic()));
                    }
                    tracker.accept(message);
                    bringUpToDate(verdict != Verdict.OTHER_PUBLISHER);
                    board.move(Life.Syncing.class, sync -> sync.complete(clock.instant()));
                }
            }
            delivery.quarantine(message.unreadable());
            tracker.accept(message);
            reports.addAll(message.reports());
        }
        flush(reports, receivedAt);
    }

    private void flush(List<SessionReport> reports, Instant receivedAt) throws PxGridException, InterruptedException {
        for (int start = 0; start < reports.size(); start += batchSize) {
            int end = Math.min(start + batchSize, reports.size());
            List<SessionReport> batch = reports.subList(start, end);
            noteTimes(batch);
            TopicPosition after = syncing || end < reports.size() ? delivered : tracker.position();
            delivery.events(Origin.LIVE, batch, delivered, after, receivedAt);
            delivered = after;
            groups.noticed(batch);
        }
        if (!syncing) {
            delivered = tracker.position();
        }
    }

    private void noteTimes(List<SessionReport> reports) {
        Instant limit = clock.instant().plus(PLAUSIBLE_SKEW);
        for (SessionReport report : reports) {
            if (report.timestamp().isBefore(limit)) {
                tracker.newest(report.timestamp());
            }
        }
    }

    private void bringUpToDate(boolean recoverable) throws PxGridException, InterruptedException {
        boolean recover = recoverable && !delivered.isNone();
        for (int round = 1; round <= ROUNDS; round++) {
            syncing = true;
            lossWhileSyncing = false;
            if (recover) {
                recover = tryRecovery();
                if (!recover) {
                    continue; // a full download instead
                }
            } else {
                downloadAll();
            }
            processWhatIsThere();
            if (!lossWhileSyncing) {
                syncing = false;
                delivered = tracker.position();
                return;
            }
        }
        throw new PxGridException(
                Fault.DATA_CALL_FAILED, "ISE's session topic loses messages faster than they can be recovered.");
    }

    /** False if ISE cannot do it. */
    private boolean tryRecovery() throws PxGridException, InterruptedException {
        try {
            long count = download.since(delivered.timestamp(), page -> {
                noteTimes(page);
                delivery.events(Origin.RECOVERY, page, delivered, delivered, clock.instant());
                processWhatIsThere();
            });
            LOG.log(System.Logger.Level.INFO, "event=recovered sessions={0} since={1}", count, delivered.timestamp());
            return true;
        } catch (PxGridException e) {
            checkpoint.check();
            LOG.log(
                    System.Logger.Level.INFO,
                    "CLARION-PXG-052 event=recovery-failed why=\"{0}\" next=full-download",
                    e.what());
            return false;
        }
    }

    private void downloadAll() throws PxGridException, InterruptedException {
        delivered = TopicPosition.none(delivered.topic());
        var snapshot = download.begin(Snapshot.Reason.GAP);
        download.all(snapshot, page -> {
            noteTimes(page);
            delivery.page(snapshot, page);
            processWhatIsThere();
        });
        SnapshotOutcome outcome = delivery.complete(snapshot);
        LOG.log(
                System.Logger.Level.INFO,
                "event=synchronised sessions={0} closed={1}",
                outcome.seen(),
                outcome.closed());
    }
}
