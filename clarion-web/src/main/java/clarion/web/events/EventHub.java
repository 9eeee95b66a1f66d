package clarion.web.events;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.connectors.ConnectorService;
import clarion.ejb.health.StatusService;
import clarion.ejb.sessions.ChangesHeard;
import clarion.ejb.sessions.ChangesMissed;
import clarion.pxgrid.ConnectorStatus;
import clarion.web.JsonConfiguration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to every client: what committed batches did to the sessions, gathered for half a second; the status when
 * the connection to ISE changes and every five seconds; a keep-alive every fifteen. Two timed tasks serve all clients.
 */
@ApplicationScoped
public class EventHub {

    /** Streams at a time; a browser keeps one for each window. */
    static final int MAX_CLIENTS = 256;

    private static final System.Logger LOG = ContextLogger.of(EventHub.class);
    private static final long TICK_MILLIS = 500;
    private static final Duration STATUS_INTERVAL = Duration.ofSeconds(5);
    private static final Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOGIN_CHECK_SECONDS = 20;

    private final ConnectorService connectors;
    private final StatusService status;
    private final Clock clock;
    private final EventLog log;
    private final SessionsDigest digest = new SessionsDigest();
    private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
    private final List<Future<?>> tasks = new ArrayList<>();

    @Resource
    private ManagedScheduledExecutorService executor;

    private Instant statusDue = Instant.MIN;
    private Instant keepAliveDue = Instant.MIN;
    private @Nullable Connection lastConnection;

    /** What of the connector's status is worth an event of its own. */
    private record Connection(
            ConnectorStatus.State state,
            @Nullable Instant staleSince,
            @Nullable String node,
            @Nullable String problem) {

        static Connection of(ConnectorStatus status) {
            return new Connection(
                    status.state(),
                    status.staleSince(),
                    status.node(),
                    status.problem() == null ? null : status.problem().code());
        }
    }

    @SuppressWarnings("NullAway")
    protected EventHub() {
        this(null, null, Clock.systemUTC());
    }

    @Inject
    public EventHub(ConnectorService connectors, StatusService status, Clock clock) {
        this.connectors = connectors;
        this.status = status;
        this.clock = clock;
        this.log = new EventLog(Long.toHexString(new SecureRandom().nextLong()));
    }

    @PostConstruct
    void start() {
        tasks.add(executor.scheduleWithFixedDelay(
                () -> guarded(this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS));
        tasks.add(executor.scheduleWithFixedDelay(
                () -> guarded(this::checkLogins), LOGIN_CHECK_SECONDS, LOGIN_CHECK_SECONDS, TimeUnit.SECONDS));
    }

    @PreDestroy
    void stop() {
        tasks.forEach(task -> task.cancel(false));
        clients.forEach(EventClient::end);
    }

    void onSessions(@Observes ChangesHeard heard) {
        digest.add(heard.changes());
    }

    /** Batches were committed of which this process did not hear. */
    void onMissed(@Observes ChangesMissed missed) {
        synchronized (log) {
            log.forget();
            broadcast(lost());
        }
    }

    /** Whether one more client may connect. */
    boolean hasRoom() {
        return clients.size() < MAX_CLIENTS;
    }

    /** How many clients are connected. */
    public int clientCount() {
        return clients.size();
    }

    /**
     * Brings a client up to date and keeps it so.
     *
     * @param lastEventId what it saw last, or null if it is new
     */
    void join(EventClient client, @Nullable String lastEventId) {
        client.send(EventFrame.PREAMBLE, false);
        synchronized (log) {
            if (lastEventId != null && !lastEventId.isBlank()) {
                log.since(lastEventId)
                        .ifPresentOrElse(missed -> missed.forEach(client::send), () -> client.send(lost()));
            }
            clients.add(client);
        }
        client.send(statusFrame());
    }

    void leave(EventClient client) {
        clients.remove(client);
    }

    private void tick() {
        digest.take().ifPresent(this::publish);
        if (clients.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Connection connection = Connection.of(connectors.status());
        if (!connection.equals(lastConnection) || !now.isBefore(statusDue)) {
            lastConnection = connection;
            statusDue = now.plus(STATUS_INTERVAL);
            broadcast(statusFrame());
        }
        if (!now.isBefore(keepAliveDue)) {
            keepAliveDue = now.plus(KEEP_ALIVE_INTERVAL);
            clients.forEach(client -> client.send(EventFrame.KEEP_ALIVE, false));
            clients.stream()
                    .filter(one -> one.isStuckSince(now.minus(PATIENCE)))
                    .forEach(EventClient::end);
        }
    }

    /** Under the lock that a joining client takes, so that it gets each event exactly once. */
    private void publish(String sessions) {
        synchronized (log) {
            broadcast(log.remember(EventFrame.SESSIONS, sessions));
        }
    }

    private EventFrame lost() {
        return log.number(EventFrame.RESET, "{\"reason\":\"events-lost\"}");
    }

    private void checkLogins() {
        clients.stream().filter(client -> !client.isLoggedIn()).forEach(EventClient::end);
    }

    private EventFrame statusFrame() {
        return log.number(EventFrame.STATUS, JsonConfiguration.jsonb().toJson(status.status()));
    }

    private void broadcast(EventFrame frame) {
        clients.forEach(client -> client.send(frame));
    }

    /** A scheduled task that throws is never run again. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "CLARION-WEB-003 event=event-stream-task-failed", e);
        }
    }
}
