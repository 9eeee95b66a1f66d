package clarion.ejb.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.listing.FacetQuery;
import clarion.ejb.listing.Facets;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers which endpoints belong together, and why. */
@Stateless
public class SegmentQueryService {

    private static final Duration STALE = Duration.ofDays(2);

    private static final String UNASSIGNED = "select count(*) from device d where d.last_seen >= ?::timestamptz"
            + " and not exists (select from segment_member m where m.run = ? and m.mac = d.mac)";

    private final Lists lists;
    private final SegmentRunService runs;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SegmentQueryService() {
        this(null, null, null);
    }

    @Inject
    public SegmentQueryService(Lists lists, SegmentRunService runs, Clock clock) {
        this.lists = lists;
        this.runs = runs;
        this.clock = clock;
    }

    /** As things stand. */
    public SegmentationStatus status() {
        SegmentRun inForce = runs.inForce().orElse(null);
        SegmentRun latest = runs.latest().orElse(null);
        boolean running = latest != null && latest.state().equals("RUNNING");
        if (inForce == null) {
            String advice = running
                    ? null
                    : latest != null && latest.detail() != null
                            ? latest.detail()
                            : "Endpoints were never grouped; start a run, or wait for the one by the clock.";
            return new SegmentationStatus("NONE", advice, null, latest, 0);
        }
        boolean stale = inForce.to().isBefore(clock.instant().minus(STALE));
        String advice = stale && !running ? "The clusters are more than two days old; start a run." : null;
        return new SegmentationStatus(
                stale ? "STALE" : "CURRENT", advice, inForce, latest, unassigned(id(inForce), inForce.from()));
    }

    private long unassigned(long run, Instant since) {
        return lists.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(UNASSIGNED)) {
                select.setString(1, since.toString());
                select.setLong(2, run);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /**
     * The run that a request asks about: the one in force unless it names another.
     *
     * @throws ClarionException NOT_FOUND if there is no such run, or nothing is kept of it
     */
    public long run(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return runs.inForce()
                    .map(SegmentQueryService::id)
                    .orElseThrow(() -> new ClarionException(
                            ProblemType.NOT_FOUND,
                            "Endpoints were not grouped yet; start a run by POST /api/v1/segmentation/runs."));
        }
        SegmentRun run = runs.get(number("run", wanted));
        if (!run.stored()) {
            throw new ClarionException(
                    ProblemType.NOT_FOUND,
                    "Of run " + wanted + " no results are kept; choose one whose stored is true.");
        }
        return id(run);
    }

    /** The number that a path or parameter names. */
    public static long number(String kind, String text) {
        if (text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ClarionException(
                    ProblemType.NOT_FOUND, "There is no " + kind + " '" + text + "'; ids are numbers.");
        }
        return Long.parseLong(text);
    }

    private static long id(SegmentRun run) {
        return Long.parseLong(run.id());
    }

    private Map<Long, String> names(long run) {
        return lists.read(connection -> ClusterNames.read(connection, run));
    }

    /** A page of the clusters of a run. */
    public Page<ClusterRow> clusters(long run, ListQuery query) {
        Map<Long, String> names = names(run);
        return lists.page(
                query.within(Scope.of("r.run = ? AND r.members > 0", run)), row -> ClusterList.read(row, names));
    }

    /**
     * A cluster of a run; one that has no members any more is still found.
     *
     * @throws ClarionException NOT_FOUND
     */
    public ClusterRow cluster(long run, long id) {
        Map<Long, String> names = names(run);
        return lists.find(
                        ClusterList.DEFINITION,
                        Scope.of("r.run = ? AND r.cluster = ?", run, id),
                        List.of(),
                        row -> ClusterList.read(row, names))
                .orElseThrow(() -> new ClarionException(
                        ProblemType.NOT_FOUND, "There is no cluster " + id + " in run " + run + "."));
    }

    /** A cluster, and why it is one. */
    public ClusterDetail detail(long run, long id) {
        ClusterRow cluster = cluster(run, id);
        Map<Long, String> names = names(run);
        return lists.read(connection -> new ClusterReader(connection, run, names).read(cluster));
    }

    /** What the members of a cluster use and offer. */
    public ClusterTraffic traffic(long run, long id) {
        cluster(run, id);
        Map<Long, String> names = names(run);
        return lists.read(connection -> ClusterTraffic.read(connection, run, id, names));
    }

    /** A run as a picture. */
    public SegmentMap map(long run) {
        return lists.read(connection -> new MapReader(connection, run).read());
    }

    /** A page of the members of a run. */
    public Page<MemberRow> members(long run, ListQuery query) {
        Map<Long, String> names = names(run);
        return lists.page(query.within(Scope.of("m.run = ?", run)), row -> MemberList.read(row, names));
    }

    /** A page of the members of a cluster. */
    public Page<MemberRow> members(long run, long cluster, ListQuery query) {
        cluster(run, cluster);
        Map<Long, String> names = names(run);
        return lists.page(
                query.within(Scope.of("m.run = ? AND m.cluster = ?", run, cluster)),
                row -> MemberList.read(row, names));
    }

    /** How the matching members are spread over the values of some columns. */
    public Facets memberFacets(long run, ListQuery query, List<String> columns) {
        return lists.read(new FacetQuery(query.within(Scope.of("m.run = ?", run)), columns)::read);
    }
}
