package clarion.ejb.sessions;

import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import clarion.domain.settings.ProcessRole;
import clarion.ejb.DatabaseConnections;
import clarion.ejb.PlainConnections;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Hears what batches did, of whichever process, where the API is served, and tells it here by events. */
@Singleton
@Startup
@DependsOn({"SettingsGuard", "MigrationsBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangeListenerBean {

    private static final System.Logger LOG = ContextLogger.of(ChangeListenerBean.class);

    private final RoleSettings settings;
    private final PlainConnections connections;
    private final Event<ChangesHeard> heard;
    private final Event<ChangesMissed> missed;
    private final Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable ChangeListener listener;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected ChangeListenerBean() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the threads come with the container
    public ChangeListenerBean(
            RoleSettings settings,
            PlainConnections connections,
            Event<ChangesHeard> heard,
            Event<ChangesMissed> missed,
            Clock clock) {
        this.settings = settings;
        this.connections = connections;
        this.heard = heard;
        this.missed = missed;
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
        if (settings.role().servesApi()) {
            ChangeListener running = new ChangeListener(
                    connections,
                    changes -> heard.fire(new ChangesHeard(changes)),
                    () -> missed.fire(new ChangesMissed(clock.instant())),
                    this::databaseIsSilent);
            listener = running;
            threads.newThread(running).start();
        }
    }

    /**
     * Where people wait for every answer they get an error now. Elsewhere what is stored may take its time: the
     * connections of a process that also stores what ISE sent are left to their own patience.
     */
    private void databaseIsSilent() {
        if (settings.role() == ProcessRole.API) {
            LOG.log(WARNING, "CLARION-DB-002 event=database-silent action=hang-up");
            DatabaseConnections.hangUp();
        }
    }

    @PreDestroy
    void end() {
        ChangeListener running = listener;
        if (running != null) {
            try {
                running.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
