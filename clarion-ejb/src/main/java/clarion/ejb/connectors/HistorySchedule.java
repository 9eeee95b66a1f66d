package clarion.ejb.connectors;

import static java.lang.System.Logger.Level.DEBUG;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.connectors.leadership.AdvisoryLock;
import clarion.ejb.jobs.JobBook;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Sweeps out what {@link ReconcileSettings#history} no longer covers, a bounded number of rows at a time. Of several
 * processes one does; the others find it at work and leave it to that.
 */
@Singleton
public class HistorySchedule {

    private static final System.Logger LOG = ContextLogger.of(HistorySchedule.class);

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final ReconcileSettings settings;
    private final Clock clock;
    private final JobBook jobs;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected HistorySchedule() {
        this(null, null, null, null, null);
    }

    @Inject
    public HistorySchedule(
            DatabaseWork database, DatabaseReadiness readiness, ReconcileSettings settings, Clock clock, JobBook jobs) {
        this.database = database;
        this.readiness = readiness;
        this.settings = settings;
        this.clock = clock;
        this.jobs = jobs;
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void onTimer() {
        if (readiness.isReady()) {
            jobs.run("history-sweep", this::sweep);
        }
    }

    void sweep() {
        int removed = database.call(connection -> AdvisoryLock.HISTORY_SWEEP.tryForTransaction(connection)
                ? new HistoryTable(connection).removeBefore(clock.instant().minus(settings.history()))
                : 0);
        LOG.log(DEBUG, "event=history-swept rows={0}", removed);
    }
}
