package clarion.ejb.connectors;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.jobs.JobBook;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Notes the totals of the ledger once a minute, and forgets what {@link ReconcileSettings#history} no longer covers.
 */
@Singleton
public class LedgerHistorySchedule {

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final ReconcileSettings settings;
    private final Clock clock;
    private final JobBook jobs;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected LedgerHistorySchedule() {
        this(null, null, null, null, null);
    }

    @Inject
    public LedgerHistorySchedule(
            DatabaseWork database, DatabaseReadiness readiness, ReconcileSettings settings, Clock clock, JobBook jobs) {
        this.database = database;
        this.readiness = readiness;
        this.settings = settings;
        this.clock = clock;
        this.jobs = jobs;
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void onTimer() {
        if (readiness.isReady()) {
            jobs.run("ledger-history", this::note);
        }
    }

    void note() {
        Instant now = clock.instant();
        database.run(connection -> {
            LedgerHistoryTable history = new LedgerHistoryTable(connection);
            history.note(now);
            history.removeBefore(now.minus(settings.history()));
        });
    }
}
