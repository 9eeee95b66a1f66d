package clarion.pxgrid.life;

import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.accounts.AccountPasswords;
import clarion.pxgrid.control.AccountState;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.DataService;
import clarion.pxgrid.control.HttpCaller;
import clarion.pxgrid.control.NetworkFaults;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.sessions.TopicMessage;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.stream.PubSubConnector;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.tls.TlsFaults;
import clarion.pxgrid.wire.ServiceWire;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** How long ISE can be expected to know what changed; after a longer absence all is fetched. */
    private static final Duration RECOVERABLE = Duration.ofHours(1);

    /** What the next connection knows of the one before. */
    static final class Memory {
        private @Nullable TopicPosition delivered;
        private @Nullable Instant heardAt;
        private @Nullable String failedNode;
        volatile Snapshot.@Nullable Reason comparison;
    }

    private final PxGridSettings settings;
    private final PxGridListener listener;
    private final StatusBoard board;
    private final ScheduledExecutorService threads;
    private final Clock clock;
    private final StopSignal stop;
    private final Memory memory;

    private final NetworkFaults faults;
    private final HttpCaller caller;
    private final ControlClient control;
    private final PubSubConnector connector;

    Connection(
            PxGridSettings settings,
            Transport transport,
            PxGridListener listener,
            StatusBoard board,
            ScheduledExecutorService threads,
            Clock clock,
            StopSignal stop,
            Memory memory)
            throws PxGridException {
        this.settings = settings;
        this.listener = listener;
        this.board = board;
        this.threads = threads;
        this.clock = clock;
        this.stop = stop;
        this.memory = memory;
        HttpClient http = transport.http();
        this.faults = new NetworkFaults(
                new TlsFaults(clock, settings.connectTimeout(), transport.identity()), settings.connectTimeout());
        this.caller = new HttpCaller(http, settings.nodeName(), settings.requestTimeout(), stop);
        this.control = new ControlClient(settings.controllers(), caller, faults);
        this.connector = new PubSubConnector(http, settings, faults, clock, stop);
    }

    /** Goes all the way up and stays; returns only by an exception. */
    void run() throws PxGridException, InterruptedException {
        activate();
        List<ServiceNode> sessions = required(ServiceWire.SESSION_SERVICE);
        String topic = sessions.get(0).require(ServiceWire.SESSION_TOPIC);
        String pubsub =
                sessions.get(0).properties().getOrDefault(ServiceWire.WS_PUBSUB_SERVICE, ServiceWire.PUBSUB_SERVICE);
        noteAge();
        List<ServiceNode> nodes = required(pubsub);
        Inbox inbox = new Inbox(settings.queueCapacity());
        PubSubStream stream = openAny(nodes, inbox);
        ScheduledFuture<?> ticking =
                threads.scheduleWithFixedDelay(stream::tick, tickMillis(), tickMillis(), TimeUnit.MILLISECONDS);
        board.streaming(stream, inbox::depth);
        try {
            follow(stream, inbox, topic, sessions);
        } catch (PxGridException e) {
            memory.failedNode = stream.node();
            throw e;
        } finally {
            memory.heardAt = stream.lastReceivedAt();
            ticking.cancel(false);
            board.streamEnded();
            stream.close(GOODBYE_PATIENCE);
        }
    }

    /** The picture is as old as the last event saved, or there is none. */
    private void noteAge() throws PxGridException {
        if (memory.delivered != null) {
            return;
        }
        Instant now = clock.instant();
        try {
            board.staleSince(listener.savedPosition(Topic.SESSIONS)
                    .filter(saved -> !saved.isNone() && saved.timestamp().isBefore(now))
                    .map(TopicPosition::timestamp)
                    .orElse(now));
        } catch (RuntimeException e) {
            throw Delivery.databaseAway(e);
        }
    }

    private long tickMillis() {
        return Math.max(10, settings.pingInterval().toMillis() / 5);
    }

    private void activate() throws PxGridException, InterruptedException {
        if (settings.account().isPassword()) {
            control.actAs(new AccountPasswords(settings.account()).findOrCreate(settings.nodeName(), control::create));
        }
        while (true) {
            AccountState state = control.activate(settings.description());
            if (state == AccountState.ENABLED) {
                break;
            }
            boolean pending = state == AccountState.PENDING;
            Duration delay = pending ? settings.pendingPoll() : settings.disabledPoll();
            Instant now = clock.instant();
            var problem = new PxGridException(
                            pending ? Fault.ACCOUNT_PENDING : Fault.ACCOUNT_DISABLED,
                            "ISE says that the account '" + settings.nodeName() + "' is "
                                    + (pending ? "waiting for approval." : "disabled."))
                    .problemAt(now);
            board.move(
                    Life.Running.class,
                    life -> life instanceof Life.Pending known
                            ? known.notYet(problem, now.plus(delay))
                            : ((Life.Activating) life).notYet(problem, now, now.plus(delay)));
            if (stop.await(delay)) {
                stop.check();
            }
        }
        board.move(
                Life.Running.class,
                life -> life instanceof Life.Pending approved
                        ? approved.enabled(clock.instant())
                        : ((Life.Activating) life).enabled(clock.instant()));
    }

    private List<ServiceNode> required(String service) throws PxGridException, InterruptedException {
        List<ServiceNode> nodes = control.lookUp(service);
        if (nodes.isEmpty()) {
            throw new PxGridException(
                    Fault.SERVICE_UNAVAILABLE, "ISE offers no node for the service " + service + " at the moment.");
        }
        return nodes;
    }

    /** Tries each node once, the one that failed last time last. */
    private PubSubStream openAny(List<ServiceNode> nodes, Inbox inbox) throws PxGridException, InterruptedException {
        List<ServiceNode> order = new ArrayList<>(nodes);
        order.sort((a, b) -> Boolean.compare(
                a.nodeName().equals(memory.failedNode), b.nodeName().equals(memory.failedNode)));
        PxGridException last = null;
        for (ServiceNode node : order) {
            board.move(
                    Life.Running.class,
                    life -> life instanceof Life.Connecting connecting
                            ? connecting.next(node.nodeName())
                            : ((Life.LookingUp) life).found(node.nodeName(), clock.instant()));
            try {
                return open(node, inbox);
            } catch (PxGridException e) {
                stop.check();
                memory.failedNode = node.nodeName();
                last = e;
            }
        }
        throw last == null ? new PxGridException(Fault.SERVICE_UNAVAILABLE, "ISE offers no pubsub node.") : last;
    }

    private PubSubStream open(ServiceNode node, Inbox inbox) throws PxGridException, InterruptedException {
        String url = node.require(ServiceWire.WS_URL);
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new PxGridException(
                    Fault.SERVICE_INCOMPLETE, node.nodeName() + " names no usable address: " + url + ".", e);
        }
        try {
            return openOnce(node, uri, inbox);
        } catch (PxGridException e) {
            if (e.fault() != Fault.SECRET_REFUSED) {
                throw e;
            }
            return openOnce(node, uri, inbox); // with a fresh secret, once
        }
    }

    private PubSubStream openOnce(ServiceNode node, URI uri, Inbox inbox) throws PxGridException, InterruptedException {
        return connector.open(node.nodeName(), uri, control.accessSecret(node.nodeName()), inbox::hasRoom, inbox::wake);
    }

    private void follow(PubSubStream stream, Inbox inbox, String topic, List<ServiceNode> sessionNodes)
            throws PxGridException, InterruptedException {
        Delivery.Checkpoint checkpoint = () -> {
            stop.check();
            PxGridException failure = stream.failure();
            if (failure != null && inbox.depth() == 0) {
                throw failure; // what was read before is good
            }
        };
        Delivery.Checkpoint connected = () -> {
            stop.check();
            PxGridException failure = stream.failure();
            if (failure != null) {
                throw failure;
            }
        };
        StopSignal.Registration registration = stop.onStop(inbox::wake);
        try {
            stream.subscribe(topic, body -> read(topic, body, inbox), RECEIPT_PATIENCE);
            board.move(Life.Connecting.class, connecting -> connecting.subscribed(clock.instant()));
            GroupCatalogue groups = new GroupCatalogue(control, caller, faults, listener, threads, clock);
            groups.fetch();
            Delivery delivery = new Delivery(listener, topic, board, stop, clock, connected);
            DataService service = new DataService(control, caller, faults, sessionNodes);
            SessionDownload download = new SessionDownload(service, delivery, clock, settings.batchSize());
            TopicPosition from = known();
            SessionFeed feed = new SessionFeed(
                    stream,
                    inbox,
                    delivery,
                    download,
                    board,
                    groups,
                    from == null ? TopicPosition.none(Topic.SESSIONS) : from,
                    checkpoint,
                    clock,
                    settings.batchSize(),
                    settings.queueCapacity());
            try {
                feed.synchronise(from != null);
                board.move(Life.Syncing.class, syncing -> syncing.complete(clock.instant()));
                feed.live();
            } finally {
                memory.delivered = feed.delivered();
            }
        } finally {
            registration.close();
        }
    }

    private void read(String topic, byte[] body, Inbox inbox) {
        TopicMessage message = TopicMessage.read(topic, body, clock.instant());
        board.received(message.reports().size() + message.unreadable().size());
        inbox.put(message);
    }

    /** Where the last connection of this start left off, if a recovery from there can be complete. */
    private @Nullable TopicPosition known() {
        TopicPosition delivered = memory.delivered;
        Instant heardAt = memory.heardAt;
        boolean usable = delivered != null
                && heardAt != null
                && delivered.topic() == Topic.SESSIONS
                && delivered.sequence() != null
                && heardAt.isAfter(clock.instant().minus(RECOVERABLE));
        return usable ? delivered : null;
    }
}
