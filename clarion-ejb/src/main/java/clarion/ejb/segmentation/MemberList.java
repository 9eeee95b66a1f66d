package clarion.ejb.segmentation;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.MAC;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of members of a run, in the order of the MAC address. */
public final class MemberList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("mac", MAC, "m.mac").required(),
            Column.of("cluster", INTEGER, "m.cluster"),
            Column.of("clusterName", TEXT, "m.cluster::text").shownOnly(),
            Column.of("cause", TEXT, "m.cause").required().asFacet(),
            Column.of("confidence", INTEGER, "m.confidence::int8").required(),
            Column.of("review", BOOLEAN, "m.review").required().asFacet(),
            Column.of("silent", BOOLEAN, "m.silent").required().asFacet(),
            Column.of("nearest", INTEGER, "nullif(m.next_best, m.cluster)"),
            Column.of("nearestName", TEXT, "m.next_best::text").shownOnly(),
            texts("reasons"),
            texts("towards"),
            texts("against"),
            Column.of("ip", IP, "d.ip"),
            Column.of("profile", TEXT, "m.profile").asFacet(),
            Column.of("group", TEXT, "m.ad_group").asFacet(),
            Column.of("deviceType", TEXT, "m.device_type").asFacet(),
            Column.of("os", TEXT, "m.os").asFacet(),
            Column.of("vlan", TEXT, "m.vlan").asFacet(),
            Column.of("sgtName", TEXT, "m.sgt_name").asFacet(),
            Column.of("user", TEXT, "u.identity"));

    /** Members; the caller says of which run. */
    public static final ListDefinition DEFINITION = new ListDefinition(
                    "members",
                    "segment_member m",
                    COLUMNS,
                    List.of(
                            SortKey.ascending(COLUMNS.get(0)),
                            SortKey.ascending(
                                    Column.of("number", INTEGER, "m.number").required())),
                    ListDefinition.named(COLUMNS, "mac", "profile", "group", "sgtName", "vlan"))
            .joining(" LEFT JOIN device d ON d.mac = m.mac LEFT JOIN network_user u ON u.id = m.user_id", "ip", "user");

    private MemberList() {}

    private static Column texts(String name) {
        return Column.of(name, TEXT, "ARRAY(SELECT jsonb_array_elements_text(m." + name + "))")
                .array();
    }

    static MemberRow read(Row row, Map<Long, String> names) {
        Long cluster = row.findNumber("cluster");
        Long nearest = row.findNumber("nearest");
        return new MemberRow(
                Objects.requireNonNull(row.findMac("mac")).toString(),
                text(cluster),
                cluster == null ? null : names.get(cluster),
                row.text("cause"),
                row.number("confidence"),
                row.flag("review"),
                row.flag("silent"),
                text(nearest),
                nearest == null ? null : names.get(nearest),
                row.texts("reasons"),
                named(row.texts("towards"), names),
                named(row.texts("against"), names),
                MemberRow.text(row.findIp("ip")),
                row.findText("profile"),
                row.findText("group"),
                row.findText("deviceType"),
                row.findText("os"),
                row.findText("vlan"),
                row.findText("sgtName"),
                row.findText("user"));
    }

    private static List<String> named(List<String> texts, Map<Long, String> names) {
        return texts.stream().map(text -> Traits.named(text, names)).toList();
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : Long.toString(id);
    }
}
