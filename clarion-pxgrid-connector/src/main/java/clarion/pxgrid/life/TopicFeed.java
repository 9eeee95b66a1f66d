package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Origin;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.life.SequenceTracker.Verdict;
import clarion.pxgrid.topics.TopicMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stored picture of one topic equal to ISE's: a download first, then the stream, then a recovery whenever
 * something was lost.
 *
 * <p>Events go to the listener while a download is under way, in between its pages, and not after it: the listener
 * merges by time, so the order does not matter, and the queue stays short however long the download takes. What changes
 * only when the download is complete is the position: until then the one from before is saved, so that a crash in the
 * middle leads to a download again.
 */
final class TopicFeed<E> {

    private static final System.Logger LOG = ContextLogger.of(TopicFeed.class);

    /** Events of a device with a wrong clock must not move the start of a recovery into the future. */
    private static final Duration PLAUSIBLE_SKEW = Duration.ofDays(1);

    private static final int ROUNDS = 5;

    private final Target<E> target;
    private final Source<E> source;
    private final Delivery<E> delivery;
    private final GapBook gaps;
    private final SequenceTracker tracker;
    private final Executor executor;
    private final StopSignal stop;
    private final Clock clock;
    private final int batchSize;

    private TopicPosition delivered;
    private boolean begun;
    private boolean due;
    private boolean frozen;
    private boolean trusted = true;

    TopicFeed(
            Target<E> target,
            Source<E> source,
            Delivery<E> delivery,
            GapBook gaps,
            Executor executor,
            StopSignal stop,
            Clock clock,
            int batchSize) {
        this.target = target;
        this.source = source;
        this.delivery = delivery;
        this.gaps = gaps;
        this.executor = executor;
        this.stop = stop;
        this.clock = clock;
        this.batchSize = batchSize;
        this.tracker = new SequenceTracker(target.topic());
        this.delivered = TopicPosition.none(target.topic());
    }

    Topic topic() {
        return target.topic();
    }

    /** How far the listener has everything; where the next connection goes on. */
    TopicPosition delivered() {
        return delivered;
    }

    /** True if something is missing and {@link #bringUpToDate} is called for. */
    boolean isDue() {
        return due;
    }

    /**
     * After the subscription, before anything else.
     *
     * @param from how far the listener has everything
     * @param recoverable if ISE can be expected to know what happened since
     */
    void begin(TopicPosition from, boolean recoverable) {
        delivered = recoverable ? from : TopicPosition.none(topic());
        tracker.resumeAt(delivered);
        trusted = recoverable;
        begun = true;
        due = true;
        frozen = true;
    }

    /** The position that the listener has; none if nothing was ever saved. */
    TopicPosition savedPosition() throws PxGridException, InterruptedException {
        return delivery.savedPosition();
    }

    boolean isBegun() {
        return begun;
    }

    /** Delivers messages; what they show to be missing is {@linkplain #isDue due} afterwards. */
    void process(List<TopicMessage<E>> messages) throws PxGridException, InterruptedException {
        List<E> elements = new ArrayList<>();
        Instant receivedAt = messages.get(0).receivedAt();
        for (TopicMessage<E> message : messages) {
            Verdict verdict = tracker.judge(message);
            if (verdict.isLoss()) {
                flush(elements, receivedAt);
                elements.clear();
                receivedAt = message.receivedAt();
                lost(verdict, message);
            }
            delivery.quarantine(message.unreadable());
            tracker.accept(message);
            noteTimes(message);
            elements.addAll(message.elements());
        }
        flush(elements, receivedAt);
    }

    private void lost(Verdict verdict, TopicMessage<E> message) {
        Gap.Cause cause = verdict == Verdict.GAP ? Gap.Cause.SEQUENCE_JUMP : Gap.Cause.PUBLISHER_RESTART;
        String detail = verdict == Verdict.GAP
                ? "The publisher's numbers jumped from " + delivered.sequence() + " to " + message.sequence() + "."
                : "The publisher began to count anew, at " + message.sequence() + ".";
        gaps.open(cause, delivered, message.sequence(), detail);
        due = true;
        frozen = true;
        if (verdict == Verdict.OTHER_PUBLISHER) {
            trusted = false;
            tracker.resumeAt(TopicPosition.none(topic()));
        }
    }

    private void noteTimes(TopicMessage<E> message) {
        Instant limit = clock.instant().plus(PLAUSIBLE_SKEW);
        Instant oldest = null;
        Instant latest = null;
        for (E element : message.elements()) {
            Instant at = target.timeOf(element);
            Instant time = at == null ? message.receivedAt() : at;
            if (time.isBefore(limit)) {
                oldest = oldest == null || time.isBefore(oldest) ? time : oldest;
                latest = latest == null || time.isAfter(latest) ? time : latest;
            }
        }
        if (oldest != null && latest != null) {
            tracker.streamed(oldest, latest);
        }
    }

    private void flush(List<E> elements, Instant receivedAt) throws PxGridException, InterruptedException {
        for (int start = 0; start < elements.size(); start += batchSize) {
            int end = Math.min(start + batchSize, elements.size());
            TopicPosition after = frozen || end < elements.size() ? delivered : tracker.position();
            delivery.events(Origin.LIVE, elements.subList(start, end), delivered, after, receivedAt);
            delivered = after;
        }
        if (!frozen) {
            delivered = tracker.position();
        }
    }

    /**
     * Fetches what is missing: by recovery if possible, else by a full download.
     *
     * @param meanwhile processes what comes on the stream; called again and again
     */
    void bringUpToDate(Delivery.Checkpoint meanwhile) throws PxGridException, InterruptedException {
        boolean recover = trusted && !delivered.isNone() && source.canRecover();
        for (int round = 1; round <= ROUNDS; round++) {
            due = false;
            frozen = true;
            Repair repair = recover ? tryRecovery(meanwhile) : null;
            if (recover && repair == null && source.canDownload()) {
                recover = false; // a full download instead, in a round of its own
                due = true;
                continue;
            }
            if (repair == null) {
                repair = source.canDownload() ? downloadAll(meanwhile) : firstRecovery(meanwhile);
            }
            meanwhile.check();
            if (!due) {
                settle(repair);
                return;
            }
            recover = trusted && recover;
        }
        due = true;
        throw new PxGridException(
                Fault.DATA_CALL_FAILED,
                "ISE's topic " + topic().id() + " loses messages faster than they can be recovered.");
    }

    private record Repair(Gap.How how, long fetched, long applied) {
        static final Repair NONE = new Repair(Gap.How.NOT_RECOVERABLE, 0, 0);
    }

    private void settle(Repair repair) throws PxGridException, InterruptedException {
        frozen = false;
        trusted = true;
        TopicPosition complete = tracker.position();
        if (complete.isNone() && (!source.canRecover() || !source.margin().isZero())) {
            complete = new TopicPosition(topic(), complete.sequence(), clock.instant());
        }
        delivered = complete;
        if (!complete.isNone()) {
            TopicPosition saved = complete;
            delivery.savePosition(saved);
        }
        gaps.closeAll(delivery, repair.how(), repair.fetched(), repair.applied());
    }

    /** Null if ISE cannot do it. */
    private @Nullable Repair tryRecovery(Delivery.Checkpoint meanwhile) throws PxGridException, InterruptedException {
        Instant since = delivered.timestamp().minus(source.margin());
        Instant asked = clock.instant();
        long[] sums = new long[2];
        Newest newest = new Newest();
        try {
            new PagePump<E>(executor, stop)
                    .run(
                            sink -> source.recover(since, sink),
                            page -> {
                                newest.of(page);
                                delivery.quarantine(page.unreadable());
                                sums[0] += page.elements().size();
                                sums[1] += delivery.events(
                                        Origin.RECOVERY, page.elements(), delivered, delivered, clock.instant());
                            },
                            meanwhile);
            tracker.recovered(asked, sums[0]);
            newest.noteSince(asked);
            LOG.log(
                    System.Logger.Level.INFO,
                    "event=recovered topic={0} fetched={1} applied={2} since={3}",
                    topic().id(),
                    sums[0],
                    sums[1],
                    since);
            return new Repair(Gap.How.RECOVERY, sums[0], sums[1]);
        } catch (PxGridException e) {
            meanwhile.check();
            if (!source.canDownload() && e.fault() != Fault.CALL_NOT_SUPPORTED) {
                throw e;
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "CLARION-PXG-052 event=recovery-failed topic={0} why=\"{1}\"",
                    topic().id(),
                    e.what());
            return null;
        }
    }

    /** Of a series of occurrences: what ISE still has at the first start; nothing of what it never keeps. */
    private Repair firstRecovery(Delivery.Checkpoint meanwhile) throws PxGridException, InterruptedException {
        if (source.canRecover()) {
            delivered = new TopicPosition(
                    topic(), delivered.sequence(), clock.instant().minus(Memory.RECOVERABLE));
            Repair repair = tryRecovery(meanwhile);
            delivered = TopicPosition.none(topic());
            if (repair != null) {
                return repair;
            }
        }
        return Repair.NONE;
    }

    private Repair downloadAll(Delivery.Checkpoint meanwhile) throws PxGridException, InterruptedException {
        delivered = TopicPosition.none(topic());
        Snapshot.Reason reason = gaps.isOpen(Gap.Cause.FIRST_START) ? Snapshot.Reason.FIRST_START : Snapshot.Reason.GAP;
        try {
            return download(new Snapshot(UUID.randomUUID(), topic(), reason, clock.instant(), null), meanwhile);
        } catch (PxGridException e) {
            if (e.fault() != Fault.CALL_NOT_SUPPORTED || topic() == Topic.SESSIONS) {
                throw e;
            }
            return Repair.NONE; // a release that has the topic but not the call
        }
    }

    /** Compares the stored picture with ISE's and repairs it, beside the live stream. */
    void compare(Snapshot.Reason reason, Delivery.Checkpoint meanwhile) throws PxGridException, InterruptedException {
        Instant complete = delivered.isNone() ? null : delivered.timestamp();
        download(new Snapshot(UUID.randomUUID(), topic(), reason, clock.instant(), complete), meanwhile);
    }

    private Repair download(Snapshot snapshot, Delivery.Checkpoint meanwhile)
            throws PxGridException, InterruptedException {
        long[] applied = new long[1];
        Newest newest = new Newest();
        new PagePump<E>(executor, stop)
                .run(
                        source::download,
                        page -> {
                            newest.of(page);
                            delivery.quarantine(page.unreadable());
                            applied[0] += delivery.page(snapshot, page.elements());
                        },
                        meanwhile);
        SnapshotOutcome outcome = delivery.complete(snapshot);
        if (frozen) {
            newest.noteSince(snapshot.startedAt());
        }
        LOG.log(
                System.Logger.Level.INFO,
                "event=downloaded topic={0} reason={1} seen={2} missing={3} different={4} closed={5}",
                topic().id(),
                snapshot.reason(),
                outcome.seen(),
                outcome.missing(),
                outcome.different(),
                outcome.closed());
        return new Repair(Gap.How.FULL_DOWNLOAD, outcome.seen(), applied[0] + outcome.closed());
    }

    /** The newest time of what was fetched, as far as it was complete when ISE began to answer. */
    private final class Newest {

        private final Instant limit = clock.instant().plus(PLAUSIBLE_SKEW);
        private @Nullable Instant newest;

        void of(Page<E> page) {
            for (E element : page.elements()) {
                Instant at = target.timeOf(element);
                if (at != null && at.isBefore(limit) && (newest == null || at.isAfter(newest))) {
                    newest = at;
                }
            }
        }

        /**
         * An answer takes time, and ends with newer things than it began with; what changed meanwhile among the things
         * already told is in the stream only. The time it took is therefore taken off.
         */
        void noteSince(Instant asked) {
            if (newest != null) {
                tracker.fetched(
                        newest.minus(Duration.between(asked, clock.instant()).abs()));
            }
        }
    }
}
