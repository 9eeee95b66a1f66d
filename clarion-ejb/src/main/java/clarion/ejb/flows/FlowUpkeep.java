package clarion.ejb.flows;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.jobs.JobBook;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;

/** Sums up, moves and sweeps out flows by the clock; of several processes one does each step. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each step is a transaction of its own
public class FlowUpkeep {

    private static final int MOST_STEPS = 200;

    private final FlowUpkeepService service;
    private final FlowImportStepService imports;
    private final DatabaseReadiness readiness;
    private final JobBook jobs;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowUpkeep() {
        this(null, null, null, null);
    }

    @Inject
    public FlowUpkeep(
            FlowUpkeepService service, FlowImportStepService imports, DatabaseReadiness readiness, JobBook jobs) {
        this.service = service;
        this.imports = imports;
        this.readiness = readiness;
        this.jobs = jobs;
    }

    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    void everyMinute() {
        if (readiness.isReady()) {
            jobs.run("flow-imports", imports::giveUp);
            jobs.run("flow-moves", () -> repeat(service::move));
            jobs.run("flow-roll-up", () -> repeat(service::makeNext));
        }
    }

    @Schedule(hour = "*", minute = "*/10", second = "37", persistent = false)
    void everyTenMinutes() {
        if (readiness.isReady()) {
            jobs.run("flow-sweep", service::sweep);
        }
    }

    private static void repeat(BooleanSupplier step) {
        for (int i = 0; i < MOST_STEPS && step.getAsBoolean(); i++) {
            // as long as there is more to do, a transaction each
        }
    }
}
