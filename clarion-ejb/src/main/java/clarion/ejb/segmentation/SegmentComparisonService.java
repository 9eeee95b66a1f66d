package clarion.ejb.segmentation;

import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import clarion.ejb.segmentation.RunComparison.ComparedCluster;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what changed between two runs. */
@Stateless
public class SegmentComparisonService {

    private static final String COUNTS = """
            select count(*) filter (where a.mac is not null and b.mac is not null and a.cluster is not distinct from b.cluster),
                count(*) filter (where a.mac is not null and b.mac is not null and a.cluster is distinct from b.cluster),
                count(*) filter (where a.mac is null), count(*) filter (where b.mac is null)
            from (select mac, cluster from segment_member where run = ?) a
                full join (select mac, cluster from segment_member where run = ?) b on b.mac = a.mac""";

    private static final String ONLY = """
            select r.cluster, r.members from segment_result r where r.run = ? and r.members > 0 and not exists
                (select from segment_result o where o.run = ? and o.cluster = r.cluster and o.members > 0)
            order by r.members desc, r.cluster""";

    private final Lists lists;
    private final SegmentRunService runs;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SegmentComparisonService() {
        this(null, null);
    }

    @Inject
    public SegmentComparisonService(Lists lists, SegmentRunService runs) {
        this.lists = lists;
        this.runs = runs;
    }

    /** What changed from one run to another, in sums. */
    public RunComparison compare(long before, long after) {
        SegmentRun earlier = runs.get(before);
        SegmentRun later = runs.get(after);
        return lists.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
                select.setLong(1, before);
                select.setLong(2, after);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new RunComparison(
                            earlier,
                            later,
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            only(connection, after, before),
                            only(connection, before, after));
                }
            }
        });
    }

    private static List<ComparedCluster> only(Connection connection, long run, long other) throws SQLException {
        Map<Long, String> names = ClusterNames.read(connection, run);
        List<ComparedCluster> clusters = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ONLY)) {
            select.setLong(1, run);
            select.setLong(2, other);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    clusters.add(new ComparedCluster(
                            Long.toString(id), names.getOrDefault(id, "cluster " + id), row.getLong(2)));
                }
            }
        }
        return clusters;
    }

    /** A page of the members that moved, with the reason; the query is of {@link MoveList#since} the former run. */
    public Page<MoveRow> moves(long before, long after, ListQuery query) {
        Map<Long, String> namesBefore = lists.read(connection -> ClusterNames.read(connection, before));
        Map<Long, String> names = lists.read(connection -> ClusterNames.read(connection, after));
        return lists.page(
                query.within(
                        Scope.of("a.run = ? AND b.run = ? AND a.cluster IS DISTINCT FROM b.cluster", before, after)),
                row -> MoveList.read(row, namesBefore, names));
    }
}
