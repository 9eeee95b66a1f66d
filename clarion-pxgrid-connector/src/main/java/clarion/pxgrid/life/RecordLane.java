package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.StoppedException;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.topics.TopicMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Follows every topic but sessions on one connection, on a thread of its own, so that none of them holds up sessions.
 * What goes wrong with one topic is shown with it, tried again later, and does not stop the others.
 */
final class RecordLane implements Runnable {

    private static final System.Logger LOG = ContextLogger.of(RecordLane.class);

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration LINGER = Duration.ofMillis(4);

    private final Link link;
    private final PubSubStream stream;
    private final Inbox<IseRecord> inbox;
    private final Runnable readOn;
    private final RecordTopics topics;
    private final Map<Topic, RecordFeed> feeds = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    RecordLane(Link link, PubSubStream stream, Inbox<IseRecord> inbox, Runnable readOn, RecordTopics topics) {
        this.link = link;
        this.stream = stream;
        this.inbox = inbox;
        this.readOn = readOn;
        this.topics = topics;
    }

    @Override
    public void run() {
        try {
            topics.discover(this::began);
            while (true) {
                List<TopicMessage<IseRecord>> messages =
                        inbox.take(link.settings().batchSize(), PATIENCE, LINGER);
                dispatch(messages);
                check();
                attend();
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=records-stopped");
        } catch (PxGridException e) {
            stream.giveUp(e); // if it has not failed by itself
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "CLARION-PXG-099 event=internal", e);
            stream.giveUp(
                    new PxGridException(Fault.INTERNAL, "Clarion's connector failed: " + Causes.deepest(e) + ".", e));
        } finally {
            ended.countDown();
        }
    }

    /** Waits until the lane has ended; false if that takes too long. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The feeds that were begun; for the thread of the connection, after the end. */
    Iterable<RecordFeed> feeds() {
        return feeds.values();
    }

    private void began(RecordFeed feed) {
        feeds.put(feed.topic(), feed);
    }

    private void check() throws PxGridException, StoppedException {
        link.stop().check();
        PxGridException failure = stream.failure();
        if (failure != null) {
            throw failure;
        }
    }

    private void dispatch(List<TopicMessage<IseRecord>> messages) throws PxGridException, InterruptedException {
        int start = 0;
        while (start < messages.size()) {
            Topic topic = messages.get(start).topic();
            int end = start + 1;
            while (end < messages.size() && messages.get(end).topic() == topic) {
                end++;
            }
            RecordFeed feed = feeds.get(topic);
            if (feed != null) {
                List<TopicMessage<IseRecord>> run = messages.subList(start, end);
                feed.feed().process(run);
                TopicMessage<IseRecord> last = run.get(run.size() - 1);
                link.board().topics().moved(topic, last.sequence(), last.receivedAt());
            }
            start = end;
        }
        readOn.run();
    }

    /** While something is fetched: whatever has come by now. */
    private void meanwhile() throws PxGridException, InterruptedException {
        check();
        if (inbox.depth() > 0) {
            dispatch(inbox.take(link.settings().batchSize(), Duration.ZERO, Duration.ZERO));
        }
    }

    private void attend() throws PxGridException, InterruptedException {
        for (RecordFeed feed : feeds.values()) {
            if (feed.isDue()) {
                bringUpToDate(feed);
            }
        }
        for (Topic topic : Topic.values()) {
            Snapshot.Reason reason = link.memory().reconciliation().dueFor(topic);
            if (topic != Topic.SESSIONS && reason != null) {
                compare(topic, reason);
            }
        }
        if (link.memory().groups().isDue()) {
            compare(Topic.SECURITY_GROUPS, Snapshot.Reason.GAP);
        }
        topics.lookAgain(this::began);
    }

    private void bringUpToDate(RecordFeed feed) throws PxGridException, InterruptedException {
        Topic topic = feed.topic();
        link.board().topics().move(topic, TopicState.SYNCING, null);
        try {
            feed.feed().bringUpToDate(this::meanwhile);
            feed.succeeded();
            if (feed.subscribed()) {
                link.board().topics().move(topic, TopicState.LIVE, null);
            } else {
                topics.notOffered(topic);
            }
        } catch (PxGridException e) {
            check();
            feed.failed();
            link.board().topics().move(topic, TopicState.SYNCING, e);
        }
    }

    private void compare(Topic topic, Snapshot.Reason reason) throws PxGridException, InterruptedException {
        RecordFeed feed = feeds.get(topic);
        try {
            if (feed != null && !feed.feed().isDue() && feed.source().canDownload()) {
                feed.feed().compare(reason, this::meanwhile);
            }
        } catch (PxGridException e) {
            check();
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} event=reconcile-failed topic={1} what=\"{2}\"",
                    e.fault().code(),
                    topic.id(),
                    e.what());
        } finally {
            link.memory().reconciliation().done(topic);
        }
    }
}
