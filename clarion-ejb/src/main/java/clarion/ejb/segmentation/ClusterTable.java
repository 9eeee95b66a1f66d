package clarion.ejb.segmentation;

import clarion.domain.segmentation.decisions.Overlay;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clusters through all runs, over one connection and in the caller's transaction. */
final class ClusterTable {

    /** What decisions say of a cluster. */
    record State(
            long id,
            long revision,
            boolean accepted,
            @Nullable Long mergedInto,
            String name,
            long members) {}

    private final Connection connection;

    ClusterTable(Connection connection) {
        this.connection = connection;
    }

    /** A new one. */
    long create(long run) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into segment_cluster (first_run) values (?) returning id")) {
            insert.setLong(1, run);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A cluster of a run. */
    Optional<State> find(long run, long id) throws SQLException {
        return states(run, "and c.id = " + id).stream().findFirst();
    }

    /** All clusters that a run has members of. */
    List<State> inUse(long run) throws SQLException {
        return states(run, "and r.members > 0");
    }

    private List<State> states(long run, String condition) throws SQLException {
        List<State> states = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select c.id, c.revision, c.accepted, coalesce(c.merged_into, 0), coalesce(c.name, r.label), r.members"
                        + " from segment_cluster c join segment_result r on r.cluster = c.id where r.run = ? "
                        + condition + " order by c.id")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long into = row.getLong(4);
                    states.add(new State(
                            row.getLong(1),
                            row.getLong(2),
                            row.getBoolean(3),
                            into == 0 ? null : into,
                            row.getString(5),
                            row.getLong(6)));
                }
            }
        }
        return states;
    }

    /** Something was decided about clusters: who has read them before must read them again. */
    void touch(Set<Long> clusters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segment_cluster set revision = revision + 1 where id = any(?::int8[])")) {
            new SqlArrays(update).add("int8", List.copyOf(clusters), id -> id);
            update.executeUpdate();
        }
    }

    /** Keeps what decisions say of each cluster, so that lists can be filtered by it. */
    void project(Overlay overlay) throws SQLException {
        List<Long> all = ids();
        Map<Long, String> names = overlay.names();
        Set<Long> accepted = overlay.accepted();
        try (PreparedStatement update = connection.prepareStatement(
                "update segment_cluster c set name = n.name,"
                        + " accepted = n.accepted, merged_into = n.merged_into"
                        + " from unnest(?::int8[], ?::text[], ?::bool[], ?::int8[]) n(id, name, accepted, merged_into)"
                        + " where c.id = n.id and (c.name, c.accepted, c.merged_into) is distinct from (n.name, n.accepted, n.merged_into)")) {
            new SqlArrays(update)
                    .add("int8", all, id -> id)
                    .add("text", all, names::get)
                    .add("bool", all, accepted::contains)
                    .add("int8", all, id -> overlay.resolve(id) == id ? null : overlay.resolve(id));
            update.executeUpdate();
        }
    }

    private List<Long> ids() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select id from segment_cluster order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
