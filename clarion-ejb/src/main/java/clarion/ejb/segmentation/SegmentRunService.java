package clarion.ejb.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.PlainConnections;
import clarion.ejb.audit.Actor;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Starts runs on the container's threads, one at a time in a cluster, and says how far they are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SegmentRunService {

    /** Names the method, so that runs with the same data and seed that differ can be told apart. */
    static final String VERSION = "likelihood-1";

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(14);

    private final Lists lists;
    private final SegmentationSettings settings;
    private final SegmentStepService steps;
    private final PlainConnections connections;
    private final DatabaseReadiness readiness;
    private final Clock clock;

    @Resource
    private ManagedExecutorService executor;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SegmentRunService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the executor comes with the container
    public SegmentRunService(
            Lists lists,
            SegmentationSettings settings,
            SegmentStepService steps,
            PlainConnections connections,
            DatabaseReadiness readiness,
            Clock clock) {
        this.lists = lists;
        this.settings = settings;
        this.steps = steps;
        this.connections = connections;
        this.readiness = readiness;
        this.clock = clock;
    }

    /**
     * What a caller may choose.
     *
     * @param window how much of the flows; null = as configured
     * @param seed null = as configured
     */
    public record RunRequest(
            @Nullable Duration window, @Nullable Long seed) {}

    /**
     * Starts a run.
     *
     * @throws ClarionException CONFLICT if one is under way
     */
    public SegmentRun start(RunRequest wanted, Actor actor) {
        long id = begin(wanted, "DEMAND", actor, executor)
                .orElseThrow(() -> new ClarionException(
                        ProblemType.CONFLICT,
                        "A run is under way; wait until it has ended, or look at its progress in /segmentation/runs."));
        return get(id);
    }

    /** Starts the run that is due by the clock, unless one is under way. */
    public void startScheduled() {
        var unused = begin(new RunRequest(null, null), "SCHEDULE", Actor.system("schedule"), executor);
    }

    Optional<Long> begin(RunRequest wanted, String reason, Actor actor, Executor threads) {
        readiness.require();
        SegmentRunTable.Plan plan = plan(wanted, reason, actor);
        Optional<RunLock> lock = take();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        boolean begun = false;
        try {
            Optional<Long> id = steps.open(plan, actor);
            if (id.isPresent()) {
                try {
                    threads.execute(new SegmentationJob(id.get(), plan, lock.get(), steps));
                    begun = true;
                } catch (RejectedExecutionException e) {
                    steps.fail(id.get(), "The server has no thread for it; start another run later.");
                }
            }
            return id;
        } finally {
            if (!begun) {
                lock.get().close();
            }
        }
    }

    private SegmentRunTable.Plan plan(RunRequest wanted, String reason, Actor actor) {
        Duration window = wanted.window() == null ? settings.window() : wanted.window();
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new ClarionException(
                    ProblemType.VALIDATION_FAILED,
                    "A window of " + window + " is not possible; choose one of " + SHORTEST + " to " + LONGEST + ".");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new SegmentRunTable.Plan(
                reason,
                actor.name(),
                now.minus(window),
                now,
                wanted.seed() == null ? settings.seed() : wanted.seed(),
                VERSION);
    }

    private Optional<RunLock> take() {
        try {
            return RunLock.tryToTake(connections);
        } catch (SQLException e) {
            throw new ClarionException(
                    ProblemType.DATABASE_UNAVAILABLE, "The database does not answer; start the run again later.", e);
        }
    }

    /** A page of all runs. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED) // reads are bounded by their transaction
    public Page<SegmentRun> list(ListQuery query) {
        return lists.page(query, SegmentRunList::read);
    }

    /**
     * One run.
     *
     * @throws ClarionException NOT_FOUND
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public SegmentRun get(long id) {
        return find(Scope.of("r.id = ?", id))
                .orElseThrow(() -> new ClarionException(ProblemType.NOT_FOUND, "There is no run " + id + "."));
    }

    /** The run whose results are in force. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<SegmentRun> inForce() {
        return find(Scope.of("r.id = (SELECT s.run FROM segment_state s)"));
    }

    /** The run that is under way, or else the newest. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<SegmentRun> latest() {
        return find(Scope.of("r.id = (SELECT max(x.id) FROM segment_run x)"));
    }

    private Optional<SegmentRun> find(Scope scope) {
        return lists.find(SegmentRunList.DEFINITION, scope, List.of(), SegmentRunList::read);
    }
}
