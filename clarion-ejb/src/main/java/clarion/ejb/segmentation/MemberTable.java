package clarion.ejb.segmentation;

import clarion.domain.segmentation.decisions.Member;
import clarion.domain.segmentation.decisions.Place;
import clarion.ejb.CopyRows;
import clarion.ejb.DatabaseText;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Members of a run, over one connection and in the caller's transaction. */
final class MemberTable {

    /** A member as a run found it; texts are JSON arrays. */
    record Row(
            Endpoint endpoint,
            long found,
            long second,
            int confidence,
            boolean silent,
            boolean unsure,
            String reasons,
            String towards,
            String against) {}

    /** A member with the place that it has in the database. */
    record Placed(Member member, Place place) {}

    private final Connection connection;
    private final long run;

    MemberTable(Connection connection, long run) {
        this.connection = connection;
        this.run = run;
    }

    void insert(List<Row> rows) throws SQLException {
        new CopyRows<Row>("segment_member")
                .column("run", "int8", row -> run)
                .column("mac", "macaddr", row -> row.endpoint().mac())
                .column("found", "int8", Row::found)
                .column("second", "int8", Row::second)
                .column("cluster", "int8", Row::found)
                .column("next_best", "int8", Row::second)
                .column("cause", "text", row -> Place.Cause.FOUND.name())
                .column("confidence", "int4", Row::confidence)
                .column("silent", "bool", Row::silent)
                .column("unsure", "bool", Row::unsure)
                .column("review", "bool", Row::unsure)
                .column("reasons", "jsonb", Row::reasons)
                .column("towards", "jsonb", Row::towards)
                .column("against", "jsonb", Row::against)
                .column("profile", "text", row -> row.endpoint().profile())
                .column("os", "text", row -> row.endpoint().os())
                .column("ad_group", "text", row -> row.endpoint().adGroup())
                .column(
                        "ad_groups",
                        "jsonb",
                        row -> DatabaseText.json(row.endpoint().adGroups()))
                .column("device_type", "text", row -> row.endpoint().deviceType())
                .column("vlan", "text", row -> DatabaseText.text(row.endpoint().vlan()))
                .column("sgt_name", "text", row -> row.endpoint().sgtName())
                .column("user_id", "int8", row -> row.endpoint().userId())
                .insert(connection, rows);
    }

    /** All members, by MAC address. */
    List<Placed> read() throws SQLException {
        List<Placed> members = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select mac::text, found, second, coalesce(cluster, 0), next_best, cause, profile, ad_group, os, device_type,"
                        + " vlan from segment_member where run = ? order by mac")) {
            select.setLong(1, run);
            select.setFetchSize(10_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Endpoint endpoint = new Endpoint(
                            row.getString(1),
                            row.getString(7),
                            row.getString(9),
                            row.getString(8),
                            List.of(),
                            row.getString(10),
                            row.getString(11),
                            null,
                            null);
                    members.add(new Placed(
                            new Member(endpoint.mac(), row.getLong(2), row.getLong(3), endpoint.attributes()),
                            new Place(row.getLong(4), row.getLong(5), Place.Cause.valueOf(row.getString(6)))));
                }
            }
        }
        return members;
    }

    /** Puts members where they belong now. Who is where people put it needs no review. */
    void move(List<Placed> moved) throws SQLException {
        if (moved.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update segment_member m set cluster = nullif(n.cluster, 0), next_best = n.next_best, cause = n.cause,"
                        + " review = n.cluster = 0 or (m.unsure and n.cause <> 'PINNED')"
                        + " from unnest(?::macaddr[], ?::int8[], ?::int8[], ?::text[]) n(mac, cluster, next_best, cause)"
                        + " where m.run = " + run + " and m.mac = n.mac")) {
            new SqlArrays(update)
                    .add("macaddr", moved, placed -> placed.member().endpoint())
                    .add("int8", moved, placed -> placed.place().cluster())
                    .add("int8", moved, placed -> placed.place().second())
                    .add("text", moved, placed -> placed.place().cause().name());
            update.executeUpdate();
        }
    }

    /** The canonical addresses among some that are no members, or are members of another cluster than asked for. */
    List<String> missing(List<String> macs, long cluster) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select n.mac::text from unnest(?::macaddr[]) n(mac) where not exists (select from segment_member m"
                        + " where m.run = ? and m.mac = n.mac and (? = 0 or m.cluster = ?)) order by 1")) {
            new SqlArrays(select).add("macaddr", macs, mac -> mac);
            select.setLong(2, run);
            select.setLong(3, cluster);
            select.setLong(4, cluster);
            List<String> missing = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    missing.add(Objects.requireNonNull(row.getString(1)));
                }
            }
            return missing;
        }
    }
}
