package clarion.ejb.segmentation;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.domain.segmentation.Trait;
import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of clusters in a run, the largest first. */
public final class ClusterList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "r.cluster").required(),
            Column.of("name", TEXT, "coalesce(c.name, r.label)").required(),
            Column.of("state", TEXT, "CASE WHEN c.accepted THEN 'ACCEPTED' ELSE 'PROPOSED' END")
                    .required()
                    .asFacet(),
            Column.of("members", INTEGER, "r.members").required(),
            Column.of("confidence", INTEGER, "r.confidence::int8").required(),
            Column.of("review", INTEGER, "r.review").required(),
            Column.of("silent", INTEGER, "r.silent").required(),
            Column.of("pinned", INTEGER, "r.pinned").required(),
            Column.of("why", TEXT, "nullif(jsonb_path_query_array(r.shared, '$[0 to 2]'), '[]')::text")
                    .shownOnly(),
            Column.of("nearest", INTEGER, "r.nearest"),
            Column.of("nearestName", TEXT, "r.nearest::text").shownOnly(),
            Column.of("isNew", BOOLEAN, "(c.first_run = r.run)").required(),
            Column.of("revision", TEXT, "concat_ws('-', r.run, c.revision)")
                    .required()
                    .shownOnly());

    /** Clusters with members; the caller says of which run. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "clusters",
            "segment_result r JOIN segment_cluster c ON c.id = r.cluster",
            COLUMNS,
            List.of(
                    SortKey.descending(COLUMNS.get(3)),
                    SortKey.ascending(Column.of("number", INTEGER, "r.number").required())),
            ListDefinition.named(COLUMNS, "name"));

    private ClusterList() {}

    static ClusterRow read(Row row, Map<Long, String> names) {
        Long nearest = row.findNumber("nearest");
        return new ClusterRow(
                Long.toString(row.number("id")),
                row.text("name"),
                row.text("state"),
                row.number("members"),
                row.number("confidence"),
                row.number("review"),
                row.number("silent"),
                row.number("pinned"),
                why(row.findText("why"), names),
                nearest == null ? null : Long.toString(nearest),
                nearest == null ? null : names.get(nearest),
                row.flag("isNew"),
                row.text("revision"));
    }

    private static @Nullable String why(@Nullable String traits, Map<Long, String> names) {
        if (traits == null) {
            return null;
        }
        return String.join(
                "; ",
                Traits.parse(traits, far -> Traits.named(far, names)).stream()
                        .map(Trait::text)
                        .toList());
    }
}
