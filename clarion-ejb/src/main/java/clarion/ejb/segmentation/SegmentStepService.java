package clarion.ejb.segmentation;

import clarion.domain.segmentation.Findings;
import clarion.domain.segmentation.decisions.Overlay;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.connectors.leadership.AdvisoryLock;
import clarion.ejb.flows.FlowEdges;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a run; every method is one container-managed transaction. */
@Stateless
public class SegmentStepService {

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final AuditService audit;
    private final SegmentationSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SegmentStepService() {
        this(null, null, null, null, null);
    }

    @Inject
    public SegmentStepService(
            DatabaseWork database,
            DatabaseReadiness readiness,
            AuditService audit,
            SegmentationSettings settings,
            Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins a run; the caller holds the lock, so what still seems to run does not.
     *
     * @return its number; empty if the clock of another process has begun one just now
     */
    public Optional<Long> open(SegmentRunTable.Plan plan, Actor actor) {
        readiness.require();
        Instant now = clock.instant();
        return database.call(connection -> {
            SegmentRunTable runs = new SegmentRunTable(connection);
            if (plan.reason().equals("SCHEDULE") && runs.ranByTheClockSince(now.minus(SegmentRunTable.SAME_TIME))) {
                return Optional.empty();
            }
            runs.interrupt(now);
            long id = runs.insert(plan, now);
            audit.record(actor, "segmentation.run", "segmentation-run/" + id);
            return Optional.of(id);
        });
    }

    /** Says how far it is; false if it was given up. */
    public boolean note(long id, String step, int percent) {
        return database.call(connection -> new SegmentRunTable(connection).note(id, step, percent));
    }

    /** Reads who is there and who used what of whom. */
    public Campus read(Instant from, Instant to) {
        return database.call(connection -> {
            Campus campus = new Campus(EndpointReader.read(connection, from));
            FlowEdges.read(connection, from, to, campus::add);
            return campus;
        });
    }

    /** The run in force, if devices were seen since a time that are no members of it. */
    public Optional<Long> runWithNewcomers(Instant since) {
        return database.call(connection -> new NewcomerTable(connection).runWithNewcomers(since));
    }

    /** The cluster in which each member of a run was found. */
    public Map<String, Long> foundIn(long run) {
        return database.call(connection -> {
            Map<String, Long> found = new HashMap<>();
            for (MemberTable.Placed placed : new MemberTable(connection, run).read()) {
                found.put(placed.member().endpoint(), placed.member().found());
            }
            return found;
        });
    }

    /** Makes newcomers members of a run, if it still is in force, under the decisions that count; how many. */
    public int admit(long run, List<Newcomer> newcomers) {
        return database.call(connection -> {
            Long inForce = new SegmentRunTable(connection).lockInForce();
            if (inForce == null || inForce != run) {
                return 0;
            }
            int admitted = new NewcomerTable(connection).insert(run, newcomers, settings.reviewBelow());
            new Effective(connection).apply(run, new Overlay(new DecisionTable(connection).inForce()));
            return admitted;
        });
    }

    /** Stores what was found and puts it in force. */
    public void publish(long id, Campus campus, Findings findings, @Nullable String detail) {
        database.run(connection ->
                new Publication(connection, settings, clock.instant()).publish(id, campus, findings, detail));
    }

    /** Says that it failed; the results before stay in force. */
    public void fail(long id, String why) {
        database.run(connection -> new SegmentRunTable(connection).fail(id, why, clock.instant()));
    }

    /** Says of a run whose process is gone that it was interrupted; how many. */
    public int interrupt() {
        return database.call(connection -> AdvisoryLock.SEGMENTATION.tryForTransaction(connection)
                ? new SegmentRunTable(connection).interrupt(clock.instant())
                : 0);
    }
}
