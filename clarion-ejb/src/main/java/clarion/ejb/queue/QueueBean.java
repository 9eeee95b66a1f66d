package clarion.ejb.queue;

import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.PlainConnections;
import clarion.ejb.connectors.leadership.Fence;
import clarion.ejb.queue.broker.EventLog;
import clarion.ejb.queue.broker.RabbitLog;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way through the queue in this process, where the queue is on: what the connector delivers to, if the role is one
 * that connects, and what stores, if it is one that serves the API.
 */
@Singleton
@Startup
@LocalBean
@DependsOn({"SettingsGuard", "MigrationsBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueBean {

    private static final System.Logger LOG = ContextLogger.of(QueueBean.class);

    private final QueueSettings settings;
    private final RoleSettings role;
    private final PlainConnections connections;
    private final DatabaseReadiness readiness;
    private final QueueStoreService store;
    private final QueueReplayService replays;
    private final Fence fence;
    private final QueueBoard board;
    private final Clock clock;

    @EJB
    private PxGridConnector connector;

    @Resource
    private ManagedThreadFactory threads;

    private volatile @Nullable QueuePublisher publisher;
    private volatile @Nullable QueueListener listener;
    private @Nullable QueueConsumer consumer;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected QueueBean() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the rest comes with the container
    public QueueBean(
            QueueSettings settings,
            RoleSettings role,
            PlainConnections connections,
            DatabaseReadiness readiness,
            QueueStoreService store,
            QueueReplayService replays,
            Fence fence,
            QueueBoard board,
            Clock clock) {
        this.settings = settings;
        this.role = role;
        this.connections = connections;
        this.readiness = readiness;
        this.store = store;
        this.replays = replays;
        this.fence = fence;
        this.board = board;
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
        if (!settings.isOn()) {
            return;
        }
        EventLog log = new RabbitLog(settings, threads);
        if (role.role().connects()) {
            QueuePublisher opened = new QueuePublisher(log, store, fence::term, board, clock, this::compare);
            publisher = opened;
            listener = new QueueListener(opened);
        }
        if (role.role().servesApi()) {
            QueueConsumer running = new QueueConsumer(
                    log,
                    store,
                    new ReplayRunner(log, replays, this::compare),
                    new ConsumerTurn(connections, readiness),
                    board,
                    clock,
                    this::compare);
            consumer = running;
            threads.newThread(running).start();
        }
    }

    @PreDestroy
    void end() {
        try {
            if (consumer != null) {
                consumer.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        QueuePublisher open = publisher;
        if (open != null) {
            open.close();
        }
    }

    /** What the connector delivers to; empty where events go straight to the database. */
    public Optional<PxGridListener> listener() {
        return Optional.ofNullable(listener);
    }

    /** Has the stored picture compared with ISE's and repaired. */
    private void compare() {
        try {
            connector.reconcile(Snapshot.Reason.REQUESTED);
        } catch (RuntimeException e) {
            LOG.log(
                    WARNING,
                    "CLARION-QUE-008 event=comparison-not-asked-for: ask for it with POST"
                            + " /api/v1/connectors/pxgrid/reconcile",
                    e);
        }
    }
}
