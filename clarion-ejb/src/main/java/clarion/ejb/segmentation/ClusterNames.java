package clarion.ejb.segmentation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What clusters are called now; a merged one goes by the name of the one that took it in. */
final class ClusterNames {

    private static final String SELECT = """
            select c.id, coalesce(i.name, ir.label, c.name, r.label)
            from segment_cluster c
                left join segment_result r on r.cluster = c.id and r.run = ?
                left join segment_cluster i on i.id = c.merged_into
                left join segment_result ir on ir.cluster = c.merged_into and ir.run = ?""";

    private ClusterNames() {}

    static Map<Long, String> read(Connection connection, long run) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, run);
            select.setLong(2, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(2);
                    names.put(row.getLong(1), name == null ? "cluster " + row.getLong(1) : name);
                }
            }
        }
        return names;
    }
}
