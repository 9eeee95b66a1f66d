package clarion.ejb.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.segmentation.decisions.Decision;
import clarion.domain.segmentation.decisions.Decision.Kind;
import clarion.domain.segmentation.decisions.Overlay;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes what people decide about clusters. It counts at once, and in later runs, until it is undone. */
@Stateless
public class SegmentDecisionService {

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final Lists lists;
    private final AuditService audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SegmentDecisionService() {
        this(null, null, null, null, null);
    }

    @Inject
    public SegmentDecisionService(
            DatabaseWork database, DatabaseReadiness readiness, Lists lists, AuditService audit, Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides about a cluster of the run in force.
     *
     * @param accepted tells whether the caller has seen this revision of it
     * @return the decision's number
     * @throws ClarionException NOT_FOUND, PRECONDITION_FAILED, VALIDATION_FAILED or CONFLICT
     */
    public long decide(long cluster, NewDecision wanted, Predicate<String> accepted, Actor actor) {
        readiness.require();
        return database.call(connection -> {
            long run = inForce(connection);
            ClusterTable clusters = new ClusterTable(connection);
            ClusterTable.State state = clusters.find(run, cluster)
                    .orElseThrow(() -> new ClarionException(
                            ProblemType.NOT_FOUND, "There is no cluster " + cluster + " in the run in force."));
            if (!accepted.test(run + "-" + state.revision())) {
                throw new ClarionException(
                        ProblemType.PRECONDITION_FAILED,
                        "The cluster was changed, or grouped anew, since it was read; read it again and decide again.");
            }
            String name = DecisionRules.check(state, wanted, clusters.inUse(run), new MemberTable(connection, run));
            Decision decision = new Decision(
                    0,
                    wanted.kind(),
                    cluster,
                    other(wanted, clusters, run),
                    wanted.members(),
                    wanted.selection(),
                    name);
            long id = new DecisionTable(connection).insert(decision, run, actor.name(), clock.instant());
            int moved = apply(connection, run, decision);
            if (wanted.kind() == Kind.SPLIT && moved == 0) {
                throw new ClarionException(
                        ProblemType.VALIDATION_FAILED, "Nobody in the cluster is chosen by this; choose others.");
            }
            audit.record(
                    actor,
                    "segmentation." + wanted.kind().name().toLowerCase(java.util.Locale.ROOT),
                    "cluster/" + cluster,
                    Map.of("name", state.name(), "members", state.members()),
                    after(id, decision, moved));
            return id;
        });
    }

    private static long other(NewDecision wanted, ClusterTable clusters, long run) throws SQLException {
        return switch (wanted.kind()) {
            case MERGE -> wanted.into() == null ? 0 : wanted.into();
            case SPLIT -> clusters.create(run);
            case ACCEPT, RENAME, PIN, EXCLUDE -> 0;
        };
    }

    private static Map<String, Object> after(long id, Decision decision, int moved) {
        Map<String, Object> after = new TreeMap<>(Map.of("decision", id, "moved", moved));
        if (decision.name() != null) {
            after.put("name", decision.name());
        }
        if (decision.other() != 0) {
            after.put("other", decision.other());
        }
        if (!decision.members().isEmpty()) {
            after.put("endpoints", decision.members().stream().sorted().toList());
        }
        return after;
    }

    /**
     * Undoes a decision: everything is as if it had not been made.
     *
     * @throws ClarionException NOT_FOUND, or CONFLICT if it was undone or another one stands on it
     */
    public void undo(long id, Actor actor) {
        readiness.require();
        database.run(connection -> {
            long run = inForce(connection);
            DecisionTable decisions = new DecisionTable(connection);
            Decision decision = decisions.find(id).orElseThrow(() -> gone(decisions, id));
            new Overlay(decisions.inForce()).standsOn(decision).ifPresent(later -> {
                throw DecisionRules.conflict("Decision " + later.id()
                        + " is about the cluster that this split made; undo " + later.id() + " first.");
            });
            decisions.undo(id, actor.name(), clock.instant());
            int moved = apply(connection, run, decision);
            audit.record(
                    actor,
                    "segmentation.undo",
                    "cluster/" + decision.cluster(),
                    Map.of("decision", id, "kind", decision.kind().name()),
                    Map.of("moved", moved));
        });
    }

    private static ClarionException gone(DecisionTable decisions, long id) {
        try {
            return decisions.undoneAt(id).isPresent()
                    ? DecisionRules.conflict("Decision " + id + " was undone before.")
                    : new ClarionException(ProblemType.NOT_FOUND, "There is no decision " + id + ".");
        } catch (SQLException e) {
            return new ClarionException(ProblemType.DATABASE_UNAVAILABLE, "The database does not answer.", e);
        }
    }

    private static int apply(Connection connection, long run, Decision decision) throws SQLException {
        Set<Long> touched = new HashSet<>(Set.of(decision.cluster()));
        if (decision.other() != 0) {
            touched.add(decision.other());
        }
        new ClusterTable(connection).touch(touched);
        return new Effective(connection).apply(run, new Overlay(new DecisionTable(connection).inForce()));
    }

    private static long inForce(Connection connection) throws SQLException {
        Long run = new SegmentRunTable(connection).lockInForce();
        if (run == null) {
            throw DecisionRules.conflict("Endpoints were not grouped yet; start a run first.");
        }
        return run;
    }

    /** A page of decisions. */
    public Page<DecisionRow> list(ListQuery query) {
        return lists.page(query, DecisionList::read);
    }

    /**
     * One decision.
     *
     * @throws ClarionException NOT_FOUND
     */
    public DecisionRow get(long id) {
        return lists.find(DecisionList.DEFINITION, Scope.of("x.id = ?", id), List.of(), DecisionList::read)
                .orElseThrow(() -> new ClarionException(ProblemType.NOT_FOUND, "There is no decision " + id + "."));
    }
}
