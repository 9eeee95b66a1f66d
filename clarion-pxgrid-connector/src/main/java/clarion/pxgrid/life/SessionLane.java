package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.StoppedException;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.topics.TopicMessage;
import java.time.Duration;
import java.util.List;

/** Follows the session topic on one connection, on the connection's own thread; its state is the connection's. */
final class SessionLane {

    private static final System.Logger LOG = ContextLogger.of(SessionLane.class);

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration LINGER = Duration.ofMillis(10);

    private final Link link;
    private final PubSubStream stream;
    private final Inbox<SessionReport> inbox;
    private final Runnable readOn;
    private final SessionSource source;
    private final TopicFeed<SessionReport> feed;

    SessionLane(
            Link link,
            PubSubStream stream,
            Inbox<SessionReport> inbox,
            Runnable readOn,
            ServiceCalls calls,
            String destination) {
        this.link = link;
        this.stream = stream;
        this.inbox = inbox;
        this.readOn = readOn;
        this.source = new SessionSource(calls, link.clock(), link.settings().batchSize());
        Target<SessionReport> target = new Target.Sessions(link.listener());
        this.feed = link.feed(target, source, link.delivery(target, destination, this::connected));
    }

    TopicFeed<SessionReport> feed() {
        return feed;
    }

    /** Brings the picture up to date and follows the stream until it fails. */
    void run() throws PxGridException, InterruptedException {
        Resumption.begin(link, feed, source);
        link.board().topics().move(Topic.SESSIONS, TopicState.SYNCING, null);
        bringUpToDate();
        while (true) {
            link.stop().check(); // also while events come without a pause
            take(PATIENCE, LINGER);
            if (feed.isDue()) {
                link.board().staleSince(link.clock().instant());
                link.board()
                        .move(
                                Life.Live.class,
                                live -> live.gapFound(link.clock().instant()));
                link.board().topics().move(Topic.SESSIONS, TopicState.SYNCING, null);
                bringUpToDate();
            }
            compareIfAsked();
        }
    }

    private void bringUpToDate() throws PxGridException, InterruptedException {
        feed.bringUpToDate(this::meanwhile);
        link.board()
                .move(
                        Life.Syncing.class,
                        syncing -> syncing.complete(link.clock().instant()));
        link.board().topics().move(Topic.SESSIONS, TopicState.LIVE, null);
    }

    private void take(Duration patience, Duration linger) throws PxGridException, InterruptedException {
        List<TopicMessage<SessionReport>> messages = inbox.take(link.settings().batchSize(), patience, linger);
        if (messages.isEmpty()) {
            drained();
        } else {
            feed.process(messages);
            TopicMessage<SessionReport> last = messages.get(messages.size() - 1);
            link.board().topics().moved(Topic.SESSIONS, last.sequence(), last.receivedAt());
            messages.forEach(message -> link.memory().groups().noticed(message.elements()));
        }
        readOn.run();
    }

    /** While something is fetched: whatever has come by now. */
    private void meanwhile() throws PxGridException, InterruptedException {
        for (int left = inbox.depth(); left > 0; left -= link.settings().batchSize()) {
            take(Duration.ZERO, Duration.ZERO);
        }
        drained();
    }

    /** A failure counts once all is processed that came before it: what was read before is good. */
    private void drained() throws PxGridException, StoppedException {
        link.stop().check();
        PxGridException failure = stream.failure();
        if (failure != null && inbox.depth() == 0) {
            throw failure;
        }
    }

    private void connected() throws PxGridException, StoppedException {
        link.stop().check();
        PxGridException failure = stream.failure();
        if (failure != null) {
            throw failure;
        }
    }

    private void compareIfAsked() throws PxGridException, InterruptedException {
        Snapshot.Reason reason = link.memory().reconciliation().dueFor(Topic.SESSIONS);
        if (reason == null) {
            return;
        }
        try {
            feed.compare(reason, this::meanwhile);
        } catch (PxGridException e) {
            connected();
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} event=reconcile-failed topic=sessions what=\"{1}\"",
                    e.fault().code(),
                    e.what());
        }
        link.memory().reconciliation().done(Topic.SESSIONS);
    }
}
