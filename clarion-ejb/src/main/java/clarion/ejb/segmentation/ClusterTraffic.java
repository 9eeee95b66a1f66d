package clarion.ejb.segmentation;

import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a cluster use and offer, in the window of the run.
 *
 * @param uses what members ask others for, the most used first
 * @param offers what others ask members for
 */
public record ClusterTraffic(Instant from, Instant to, List<ServiceUse> uses, List<ServiceUse> offers) {

    /**
     * A service between the cluster and one far end.
     *
     * @param service the first port, or the type of ICMP
     * @param serviceLast the last one of a range
     * @param cluster of the far end, if it is in one
     * @param far the cluster's name, or the address or network of a far end that is none
     * @param members that take part
     */
    public record ServiceUse(
            long protocol,
            long service,
            long serviceLast,
            @Nullable String cluster,
            String far,
            long members,
            long conversations,
            long bytes) {}

    private static final String USES = """
            with mine as materialized (select p.id, p.mac from segment_member m join flow_party p on p.mac = m.mac
                where m.run = ? and m.cluster = ?)
            select b.protocol, b.service, b.service_last, f.cluster,
                case when f.cluster is null then coalesce(p.name, host(p.ip), 'devices in no cluster') end,
                count(distinct mine.mac), sum(b.conversations + b.replies)::int8,
                sum(b.request_bytes + b.reply_bytes)::int8
            from mine join flow_by_hour b on b.%1$s = mine.id join flow_party p on p.id = b.%2$s
                left join segment_member f on f.run = ? and f.mac = p.mac
            where b.at >= ?::timestamptz and b.at < ?::timestamptz
            group by 1, 2, 3, 4, 5 order by 7 desc, 1, 2, 4, 5 limit 40""";

    static ClusterTraffic read(Connection connection, long run, long cluster, Map<Long, String> names)
            throws SQLException {
        try (PreparedStatement window =
                connection.prepareStatement("select from_at, to_at from segment_run where id = ?")) {
            window.setLong(1, run);
            try (ResultSet row = window.executeQuery()) {
                row.next();
                Instant from = SqlValues.instant(row, 1);
                Instant to = SqlValues.instant(row, 2);
                return new ClusterTraffic(
                        from,
                        to,
                        side(connection, USES.formatted("client", "server"), run, cluster, from, to, names),
                        side(connection, USES.formatted("server", "client"), run, cluster, from, to, names));
            }
        }
    }

    private static List<ServiceUse> side(
            Connection connection,
            String sql,
            long run,
            long cluster,
            Instant from,
            Instant to,
            Map<Long, String> names)
            throws SQLException {
        List<ServiceUse> uses = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, run);
            select.setLong(2, cluster);
            select.setLong(3, run);
            select.setString(4, from.toString());
            select.setString(5, to.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Long far = SqlValues.longOrNull(row, 4);
                    String name = row.getString(5);
                    uses.add(new ServiceUse(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            far == null ? null : far.toString(),
                            far != null ? names.getOrDefault(far, "cluster " + far) : name == null ? "" : name,
                            row.getLong(6),
                            row.getLong(7),
                            row.getLong(8)));
                }
            }
        }
        return uses;
    }
}
