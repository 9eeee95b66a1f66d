package clarion.ejb.segmentation;

import clarion.domain.segmentation.decisions.Overlay;
import clarion.domain.segmentation.decisions.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lays the decisions that count over what a run found, in the caller's transaction. */
final class Effective {

    /** Clusters that only decisions made are in the run too, without an explanation. */
    private static final String MADE = "insert into segment_result (run, cluster, label, found) select distinct m.run,"
            + " m.cluster, 'Cluster ' || m.cluster, false from segment_member m where m.run = ? and m.cluster is not null"
            + " on conflict do nothing";

    private static final String SUMS = """
            update segment_result r set members = s.members, silent = s.silent, review = s.review, pinned = s.pinned,
                confidence = s.confidence
            from (select c.cluster, count(m.mac) as members, count(*) filter (where m.silent) as silent,
                    count(*) filter (where m.review) as review, count(*) filter (where m.cause = 'PINNED') as pinned,
                    coalesce(round(avg(m.confidence)), 0)::int as confidence
                from segment_result c left join segment_member m on m.run = c.run and m.cluster = c.cluster
                where c.run = ? group by 1) s
            where r.run = ? and r.cluster = s.cluster""";

    private static final String COUNTS = "update segment_run r set"
            + " clusters = (select count(*) from segment_result x where x.run = r.id and x.members > 0),"
            + " review = (select count(*) from segment_member x where x.run = r.id and x.review) where r.id = ?";

    private final Connection connection;

    Effective(Connection connection) {
        this.connection = connection;
    }

    /** Puts every member of a run where it belongs; how many moved. */
    int apply(long run, Overlay overlay) throws SQLException {
        MemberTable members = new MemberTable(connection, run);
        List<MemberTable.Placed> moved = new ArrayList<>();
        for (MemberTable.Placed placed : members.read()) {
            Place now = overlay.place(placed.member());
            if (!now.equals(placed.place())) {
                moved.add(new MemberTable.Placed(placed.member(), now));
            }
        }
        members.move(moved);
        run(MADE, run);
        run(SUMS, run, run);
        run(COUNTS, run);
        new ClusterTable(connection).project(overlay);
        return moved.size();
    }

    private void run(String sql, long... numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < numbers.length; i++) {
                statement.setLong(i + 1, numbers[i]);
            }
            statement.executeUpdate();
        }
    }
}
