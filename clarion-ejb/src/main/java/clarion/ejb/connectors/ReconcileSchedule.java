package clarion.ejb.connectors;

import static java.lang.System.Logger.Level.INFO;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.connectors.leadership.Fence;
import clarion.ejb.jobs.JobBook;
import clarion.pxgrid.Snapshot;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Compares the stored picture with ISE's once a day. Only in the process that leads; where that has no connection at
 * the time, the next connection does the same.
 */
@Singleton
@Startup
@DependsOn("SettingsGuard")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReconcileSchedule {

    private static final System.Logger LOG = ContextLogger.of(ReconcileSchedule.class);

    private final ConnectorService connector;
    private final ReconcileSettings settings;
    private final JobBook jobs;
    private final Fence fence;

    @Resource
    private TimerService timers;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected ReconcileSchedule() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the timer service comes with the container
    public ReconcileSchedule(ConnectorService connector, ReconcileSettings settings, JobBook jobs, Fence fence) {
        this.connector = connector;
        this.settings = settings;
        this.jobs = jobs;
        this.fence = fence;
    }

    @PostConstruct
    void plan() {
        settings.at().ifPresent(at -> {
            ScheduleExpression daily = new ScheduleExpression()
                    .hour(at.getHour())
                    .minute(at.getMinute())
                    .second(at.getSecond())
                    .timezone("UTC");
            timers.createCalendarTimer(daily, new TimerConfig("reconcile", false));
        });
    }

    @Timeout
    void onTimer() {
        if (fence.isOpen()) {
            LOG.log(INFO, "event=reconcile-due state={0}", connector.status().state());
            jobs.run("reconcile", () -> connector.reconcile(Snapshot.Reason.SCHEDULED));
        }
    }
}
