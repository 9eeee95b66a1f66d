package clarion.ejb.segmentation;

import clarion.domain.segmentation.Trait;
import clarion.ejb.segmentation.ClusterDetail.ClusterTrait;
import clarion.ejb.segmentation.ClusterDetail.Past;
import clarion.ejb.segmentation.ClusterDetail.Share;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands behind a cluster, over one connection. */
final class ClusterReader {

    private static final String WHO = """
            select what, value, members, of_all from (
                select a.what, a.value, count(*) filter (where m.cluster = ?) as members, count(*) as of_all,
                    row_number() over (partition by a.what order by count(*) filter (where m.cluster = ?) desc, a.value) as place
                from segment_member m cross join lateral (values ('profile', m.profile), ('group', m.ad_group),
                    ('deviceType', m.device_type), ('os', m.os), ('vlan', m.vlan), ('sgtName', m.sgt_name)) a(what, value)
                where m.run = ? and a.value is not null group by 1, 2) ranked
            where members > 0 and place <= 8 order by what, place""";

    private final Connection connection;
    private final long run;
    private final Map<Long, String> names;

    ClusterReader(Connection connection, long run, Map<Long, String> names) {
        this.connection = connection;
        this.run = run;
        this.names = names;
    }

    ClusterDetail read(ClusterRow cluster) throws SQLException {
        long id = Long.parseLong(cluster.id());
        return new ClusterDetail(
                cluster, Long.toString(run), traits("shared", id), traits("apart", id), who(id), history(id));
    }

    private List<ClusterTrait> traits(String column, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + column + "::text from segment_result where run = ? and cluster = ?")) {
            select.setLong(1, run);
            select.setLong(2, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Traits.parse(row.getString(1), far -> Traits.named(far, names)).stream()
                                .map(ClusterReader::shown)
                                .toList()
                        : List.of();
            }
        }
    }

    private static ClusterTrait shown(Trait trait) {
        return new ClusterTrait(
                trait.kind().name(),
                trait.what(),
                trait.far(),
                Math.round(100 * trait.here()),
                Math.round(100 * trait.elsewhere()),
                trait.text());
    }

    private Map<String, List<Share>> who(long id) throws SQLException {
        Map<String, List<Share>> who = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(WHO)) {
            select.setLong(1, id);
            select.setLong(2, id);
            select.setLong(3, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    who.computeIfAbsent(row.getString(1), what -> new ArrayList<>())
                            .add(new Share(row.getString(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return who;
    }

    private List<Past> history(long id) throws SQLException {
        List<Past> history = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select run, members, confidence from segment_result where cluster = ? and run < ? order by run desc")) {
            select.setLong(1, id);
            select.setLong(2, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    history.add(new Past(row.getString(1), row.getLong(2), row.getLong(3)));
                }
            }
        }
        return history;
    }
}
