package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Gap;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.Controllers;
import clarion.pxgrid.control.HttpCaller;
import clarion.pxgrid.control.NetworkFaults;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.sessions.SessionMessages;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.stream.PubSubConnector;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.stream.PubSubStream.Subscription;
import clarion.pxgrid.tls.TlsFaults;
import clarion.pxgrid.topics.TopicMessage;
import clarion.pxgrid.wire.ServiceWire;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection from activation to its end. Everything is asked anew each time: account, services, secrets. What goes
 * from one connection to the next is in {@link Memory}.
 */
final class Connection {

    private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(1);
    private static final Duration GOODBYE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration LANE_PATIENCE = Duration.ofSeconds(15);

    private final PxGridSettings settings;
    private final StatusBoard board;
    private final Memory memory;
    private final StopSignal stop;
    private final StopSignal ended = new StopSignal();
    private final Link link;
    private final Nodes nodes;
    private final Controllers controllers;
    private final Map<String, Topic> destinations = new ConcurrentHashMap<>();

    Connection(
            PxGridSettings settings,
            Transport transport,
            Controllers controllers,
            PxGridListener listener,
            StatusBoard board,
            ScheduledExecutorService threads,
            Clock clock,
            StopSignal stop,
            Memory memory)
            throws PxGridException {
        this.settings = settings;
        this.board = board;
        this.memory = memory;
        this.stop = stop;
        this.controllers = controllers;
        HttpClient http = transport.http();
        NetworkFaults faults = new NetworkFaults(
                new TlsFaults(clock, settings.connectTimeout(), transport.identity()), settings.connectTimeout());
        HttpCaller caller = new HttpCaller(http, settings.nodeName(), settings.requestTimeout(), ended);
        ControlClient control = new ControlClient(controllers, caller, faults);
        link = new Link(settings, listener, board, memory, control, caller, faults, threads, clock, ended);
        nodes = new Nodes(link, new PubSubConnector(http, settings, faults, clock, ended));
    }

    /** Goes all the way up and stays; returns only by an exception. */
    void run() throws PxGridException, InterruptedException {
        StopSignal.Registration registration = stop.onStop(ended::stop);
        try {
            new Activation(link).run();
            SessionOffer offer = new SessionDoor(link, ended::check).look();
            String pubsub = new SessionDoor(link, ended::check).pubsub(offer);
            noteAge();
            List<ServiceNode> pubsubs = nodes.required(pubsub);
            Inbox<SessionReport> inbox = new Inbox<>(settings.queueCapacity());
            Inbox<IseRecord> records = new Inbox<>(settings.queueCapacity());
            PubSubStream stream = nodes.openAny(pubsubs, () -> inbox.hasRoom() && records.hasRoom(), () -> {
                inbox.wake();
                records.wake();
            });
            follow(stream, inbox, records, offer);
        } finally {
            registration.close();
            ended.stop();
        }
    }

    /** The picture is as old as the last event saved, or there is none. */
    private void noteAge() throws PxGridException {
        if (memory.of(Topic.SESSIONS).delivered() != null) {
            return;
        }
        Instant now = link.clock().instant();
        TopicPosition saved;
        try {
            saved = link.listener().savedPosition(Topic.SESSIONS).orElse(TopicPosition.none(Topic.SESSIONS));
        } catch (RuntimeException e) {
            throw Delivery.databaseAway(e);
        }
        boolean usable = !saved.isNone() && saved.timestamp().isBefore(now);
        board.staleSince(usable ? saved.timestamp() : now);
    }

    private void follow(PubSubStream stream, Inbox<SessionReport> inbox, Inbox<IseRecord> records, SessionOffer found)
            throws PxGridException, InterruptedException {
        long tick = Math.max(10, settings.pingInterval().toMillis() / 5);
        ScheduledFuture<?> ticking =
                link.threads().scheduleWithFixedDelay(stream::tick, tick, tick, TimeUnit.MILLISECONDS);
        board.streaming(stream, () -> inbox.depth() + records.depth());
        StopSignal.Registration waking = ended.onStop(() -> {
            inbox.wake();
            records.wake();
        });
        int resumeBelow = Math.max(1, settings.queueCapacity() / 2);
        Runnable readOn = () -> {
            if (inbox.depth() < resumeBelow && records.depth() < resumeBelow) {
                stream.resume();
            }
        };
        Probe probe = nodes.probe(stream.node());
        RecordTopics topics =
                new RecordTopics(link, stream, records, () -> checkConnected(stream), destinations, probe);
        RecordLane others = new RecordLane(link, stream, records, readOn, topics);
        boolean othersRun = false;
        SessionLane lane = null;
        String how = "The connection was closed by Clarion.";
        try {
            SessionOffer offer = found;
            if (offer.absent() != null) {
                link.threads().execute(others);
                othersRun = true;
                offer = new SessionDoor(link, () -> checkConnected(stream)).await(offer, probe);
            }
            subscribe(stream, offer.topic(), inbox);
            if (!othersRun) {
                link.threads().execute(others);
                othersRun = true;
            }
            ServiceCalls calls = new ServiceCalls(link, ServiceWire.SESSION_SERVICE, offer.nodes());
            lane = new SessionLane(link, stream, inbox, readOn, calls, offer.topic());
            lane.run();
        } catch (PxGridException e) {
            how = e.what();
            noteFailure(stream, e);
            throw e;
        } finally {
            ended.stop();
            if (othersRun && !others.awaitEnd(LANE_PATIENCE)) {
                board.overdue("records");
            }
            waking.close();
            ticking.cancel(false);
            leave(stream, lane == null ? null : lane.feed(), others, how);
            board.streamEnded();
            stream.close(GOODBYE_PATIENCE);
        }
    }

    private void subscribe(PubSubStream stream, String destination, Inbox<SessionReport> inbox)
            throws PxGridException, InterruptedException {
        destinations.put(destination, Topic.SESSIONS);
        stream.subscribe(
                List.of(new Subscription(destination, body -> read(destination, body, inbox))), RECEIPT_PATIENCE);
        checkConnected(stream);
        Instant now = link.clock().instant();
        board.move(
                Life.Running.class,
                life -> life instanceof Life.Degraded degraded
                        ? degraded.offered(now)
                        : ((Life.Connecting) life).subscribed(now));
    }

    private void checkConnected(PubSubStream stream) throws PxGridException, InterruptedException {
        ended.check();
        PxGridException failure = stream.failure();
        if (failure != null) {
            throw failure;
        }
    }

    private void read(String destination, byte[] body, Inbox<SessionReport> inbox) {
        TopicMessage<SessionReport> message =
                SessionMessages.read(destination, body, link.clock().instant());
        board.received(message.elements().size() + message.unreadable().size());
        inbox.put(message);
    }

    private void noteFailure(PubSubStream stream, PxGridException why) {
        String refused = stream.refused();
        Topic topic = refused == null ? null : destinations.get(refused);
        if (topic != null) {
            memory.of(topic).refused(why);
            board.topics().move(topic, TopicState.REFUSED, why);
            memory.retryAtOnce();
        } else if (why.fault() == Fault.TOPIC_RENAMED) {
            memory.retryAtOnce();
        } else if (stream.refusedSomething()) {
            memory.oneByOne(true);
            memory.retryAtOnce();
        } else if (why.fault() != Fault.INTERNAL) {
            memory.failedNode(stream.node());
        }
        if (why.fault() == Fault.PEER_SILENT || why.fault() == Fault.STREAM_CLOSED) {
            controllers.suspect(nodes.hostOf(stream.node()));
        }
    }

    /** Leaves to the next connection where each topic was, and opens its gap. */
    private void leave(
            PubSubStream stream, @Nullable TopicFeed<SessionReport> sessions, RecordLane others, String how) {
        String oversized = stream.oversized();
        boolean tooLarge = stream.failure() != null && stream.failure().fault() == Fault.MESSAGE_TOO_LARGE;
        if (sessions != null) {
            leave(sessions, tooLarge && isMeant(oversized, Topic.SESSIONS), how, stream.lastReceivedAt());
        }
        for (RecordFeed feed : others.feeds()) {
            if (feed.subscribed()) {
                leave(feed.feed(), tooLarge && isMeant(oversized, feed.topic()), how, stream.lastReceivedAt());
            }
        }
        board.topics().disconnected();
    }

    private boolean isMeant(@Nullable String destination, Topic topic) {
        return destination == null || destinations.get(destination) == topic;
    }

    private void leave(TopicFeed<?> feed, boolean oversize, String how, Instant heardAt) {
        if (!feed.isBegun()) {
            return;
        }
        memory.of(feed.topic()).left(feed.delivered(), heardAt);
        if (!memory.isEnding()) {
            Gap.Cause cause = oversize ? Gap.Cause.OVERSIZE : Gap.Cause.DISCONNECTED;
            memory.of(feed.topic()).gaps.open(cause, feed.delivered(), null, how);
        }
    }
}
