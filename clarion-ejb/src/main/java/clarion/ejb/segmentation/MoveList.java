package clarion.ejb.segmentation;

import static clarion.ejb.listing.ColumnType.INTEGER;
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

/** The columns of members that moved from one run ({@code a}) to another ({@code b}). */
public final class MoveList {

    /** The first that holds: a decision, what is known of it, else what it does. */
    private static final String REASON = "CASE"
            + " WHEN b.cause = 'PINNED' THEN 'somebody pinned it'"
            + " WHEN b.cause = 'EXCLUDED' THEN 'somebody excluded it from the cluster that fits best'"
            + " WHEN b.cause = 'SPLIT' AND a.cause <> 'SPLIT' THEN 'somebody split its cluster'"
            + " WHEN b.cause = 'MERGED' AND a.cause <> 'MERGED' THEN 'somebody merged its cluster into this one'"
            + " WHEN a.cause <> 'FOUND' AND b.cause = 'FOUND' THEN 'the decision that had put it there was undone'"
            + changed("profile", "profile")
            + changed("ad_group", "AD group")
            + changed("device_type", "device type")
            + changed("vlan", "VLAN")
            + " WHEN a.silent AND NOT b.silent THEN 'it was silent, and now it talks' || " + evidence()
            + " WHEN b.silent AND NOT a.silent THEN 'it talked, and is silent now'"
            + " ELSE 'what it does fits better here' || " + evidence() + " END";

    private static final List<Column> COLUMNS = List.of(
            Column.of("mac", MAC, "b.mac").required(),
            Column.of("before", INTEGER, "a.cluster"),
            Column.of("beforeName", TEXT, "a.cluster::text").shownOnly(),
            Column.of("after", INTEGER, "b.cluster"),
            Column.of("afterName", TEXT, "b.cluster::text").shownOnly(),
            Column.of("cause", TEXT, "b.cause").required().asFacet(),
            Column.of("confidence", INTEGER, "b.confidence::int8").required(),
            Column.of("profile", TEXT, "b.profile").asFacet(),
            Column.of("reason", TEXT, REASON).required().shownOnly());

    private MoveList() {}

    /** Members of a former run that are in another cluster now; the caller says of which later run. */
    public static ListDefinition since(long run) {
        return new ListDefinition(
                "moves",
                "segment_member b JOIN segment_member a ON a.mac = b.mac AND a.run = " + run,
                COLUMNS,
                List.of(
                        SortKey.ascending(COLUMNS.get(0)),
                        SortKey.ascending(
                                Column.of("number", INTEGER, "b.number").required())),
                ListDefinition.named(COLUMNS, "mac", "profile"));
    }

    private static String changed(String column, String word) {
        return " WHEN a." + column + " IS DISTINCT FROM b." + column + " THEN concat('its " + word
                + " was ', coalesce(a." + column + ", 'unknown'), ' and is ', coalesce(b." + column + ", 'unknown'))";
    }

    private static String evidence() {
        return "coalesce(': ' || (b.towards ->> 0), '')";
    }

    static MoveRow read(Row row, Map<Long, String> namesBefore, Map<Long, String> names) {
        Long before = row.findNumber("before");
        Long after = row.findNumber("after");
        return new MoveRow(
                Objects.requireNonNull(row.findMac("mac")).toString(),
                text(before),
                before == null ? null : namesBefore.get(before),
                text(after),
                after == null ? null : names.get(after),
                row.text("cause"),
                row.number("confidence"),
                row.findText("profile"),
                Traits.named(row.text("reason"), names));
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : Long.toString(id);
    }
}
