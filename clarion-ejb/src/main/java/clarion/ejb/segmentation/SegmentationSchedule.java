package clarion.ejb.segmentation;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.jobs.JobBook;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Groups endpoints once a day and places newcomers, in one of several processes, and notices runs that were killed. */
@Singleton
@Startup
@DependsOn("SettingsGuard")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SegmentationSchedule {

    private final SegmentRunService runs;
    private final SegmentStepService steps;
    private final NewcomerService newcomers;
    private final SegmentationSettings settings;
    private final DatabaseReadiness readiness;
    private final JobBook jobs;

    @Resource
    private TimerService timers;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SegmentationSchedule() {
        this(null, null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the timer service comes with the container
    public SegmentationSchedule(
            SegmentRunService runs,
            SegmentStepService steps,
            NewcomerService newcomers,
            SegmentationSettings settings,
            DatabaseReadiness readiness,
            JobBook jobs) {
        this.runs = runs;
        this.steps = steps;
        this.newcomers = newcomers;
        this.settings = settings;
        this.readiness = readiness;
        this.jobs = jobs;
    }

    @PostConstruct
    void plan() {
        settings.at().ifPresent(at -> {
            ScheduleExpression daily = new ScheduleExpression()
                    .hour(at.getHour())
                    .minute(at.getMinute())
                    .second(at.getSecond())
                    .timezone("UTC");
            timers.createCalendarTimer(daily, new TimerConfig("segmentation", false));
        });
    }

    @Timeout
    void onTimer() {
        if (readiness.isReady()) {
            jobs.run("segmentation", runs::startScheduled);
        }
    }

    @Schedule(hour = "*", minute = "*/5", second = "37", persistent = false)
    void placeNewcomers() {
        if (readiness.isReady()) {
            jobs.run("segmentation-newcomers", newcomers::place);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "13/20", persistent = false)
    void lookForInterruptedRuns() {
        if (readiness.isReady()) {
            jobs.run("segmentation-runs", steps::interrupt);
        }
    }
}
