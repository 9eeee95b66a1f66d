package clarion.ejb.flows;

import clarion.ejb.SqlValues;
import clarion.ejb.flows.FlowGroups.By;
import clarion.ejb.flows.FlowGroups.TrafficCounts;
import clarion.ejb.flows.FlowGroups.TrafficGroup;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.TopQuery;
import clarion.ejb.listing.TopQuery.Count;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sums up traffic by groups. */
final class FlowGroupQuery {

    private static final List<Count> COUNTS = List.of(
            new Count("conversations", "sum(b.conversations + b.replies)::int8", "sum"),
            new Count("answered", "sum(b.answered)::int8", "sum"),
            new Count("refused", "sum(b.refused)::int8", "sum"),
            new Count("replies", "sum(b.replies)::int8", "sum"),
            new Count("request_bytes", "sum(b.request_bytes)::int8", "sum"),
            new Count("reply_bytes", "sum(b.reply_bytes)::int8", "sum"),
            new Count("request_packets", "sum(b.request_packets)::int8", "sum"),
            new Count("reply_packets", "sum(b.reply_packets)::int8", "sum"),
            new Count("first_at", "min(b.first_at)", "min"),
            new Count("last_at", "max(b.last_at)", "max"),
            new Count("bytes", "sum(b.request_bytes + b.reply_bytes)::int8", "sum"));

    /** Columns of {@link TrafficGroup} in order; what a query does not group by is NULL. */
    private static final int KEYS = 12;

    private FlowGroupQuery() {}

    private static TopQuery of(By by) {
        return switch (by) {
            case CLIENT -> party("client");
            case SERVER -> party("server");
            case CLIENT_USER -> user("client");
            case SERVER_USER -> user("server");
            case SGTS ->
                new TopQuery(
                        List.of("client_sgt", "server_sgt"),
                        "",
                        keys(6, "nullif(b.client_sgt, -1)", "nullif(b.server_sgt, -1)"),
                        COUNTS);
            case SERVICE ->
                new TopQuery(
                        List.of("protocol", "service", "service_last"),
                        "",
                        keys(8, "b.protocol::int", "b.service", "b.service_last"),
                        COUNTS);
            case EXPORTER ->
                new TopQuery(
                        List.of("exporter"),
                        " LEFT JOIN flow_source x ON x.id = b.exporter",
                        keys(11, "x.name"),
                        COUNTS);
        };
    }

    /** A device is one whatever its addresses and users are; an address that is nobody's is itself. */
    private static TopQuery party(String side) {
        return new TopQuery(
                List.of(side),
                " JOIN flow_party p ON p.id = b." + side
                        + " LEFT JOIN network_user u ON u.id = p.user_id AND p.mac IS NULL",
                keys(
                        0,
                        "p.kind",
                        "p.mac::text",
                        "CASE WHEN p.mac IS NULL THEN host(p.ip) END",
                        "p.name",
                        "CASE WHEN p.mac IS NULL THEN p.user_id END",
                        "u.identity"),
                COUNTS);
    }

    private static TopQuery user(String side) {
        return new TopQuery(
                List.of(side),
                " JOIN flow_party p ON p.id = b." + side + " LEFT JOIN network_user u ON u.id = p.user_id",
                keys(4, "p.user_id", "u.identity"),
                COUNTS);
    }

    private static List<String> keys(int place, String... expressions) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            String type = i == 4 ? "int8" : i >= 6 && i <= 10 ? "int" : "text";
            int own = i - place;
            keys.add(own >= 0 && own < expressions.length ? expressions[own] : "NULL::" + type);
        }
        return keys;
    }

    static FlowGroups read(Connection connection, ListQuery query, By by, String rank, int most) throws SQLException {
        return of(by).read(connection, query, rank, most, rows -> {
            List<TrafficGroup> top = new ArrayList<>();
            TrafficCounts shown = TrafficCounts.NONE;
            TrafficCounts all = TrafficCounts.NONE;
            long groups = 0;
            while (rows.next()) {
                TrafficGroup group = group(rows);
                top.add(group);
                shown = shown.with(group.counts());
                groups = rows.getLong(KEYS + COUNTS.size() + 1);
                all = counts(rows, KEYS + COUNTS.size() + 2);
            }
            return new FlowGroups(groups, top, groups > top.size() ? all.without(shown) : null, all);
        });
    }

    private static TrafficGroup group(ResultSet row) throws SQLException {
        return new TrafficGroup(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                SqlValues.longOrNull(row, 5),
                row.getString(6),
                SqlValues.integerOrNull(row, 7),
                null,
                SqlValues.integerOrNull(row, 8),
                null,
                SqlValues.integerOrNull(row, 9),
                SqlValues.integerOrNull(row, 10),
                SqlValues.integerOrNull(row, 11),
                row.getString(12),
                counts(row, KEYS + 1));
    }

    private static TrafficCounts counts(ResultSet row, int first) throws SQLException {
        return new TrafficCounts(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5),
                row.getLong(first + 6),
                row.getLong(first + 7),
                SqlValues.instantOrNull(row, first + 8),
                SqlValues.instantOrNull(row, first + 9));
    }
}
