package clarion.ejb.segmentation;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of runs, the newest first. */
public final class SegmentRunList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "r.id").required(),
            Column.of("state", TEXT, "r.state").required().asFacet(),
            Column.of("step", TEXT, "r.step").required(),
            Column.of("percent", INTEGER, "r.percent").required(),
            Column.of("reason", TEXT, "r.reason").required().asFacet(),
            Column.of("account", TEXT, "r.account").required(),
            Column.of("detail", TEXT, "r.detail"),
            Column.of("createdAt", INSTANT, "r.created_at").required(),
            Column.of("endedAt", INSTANT, "r.ended_at"),
            Column.of("from", INSTANT, "r.from_at").required(),
            Column.of("to", INSTANT, "r.to_at").required(),
            Column.of("seed", INTEGER, "r.seed").required(),
            Column.of("version", TEXT, "r.version").required(),
            Column.of("endpoints", INTEGER, "r.endpoints").required(),
            Column.of("silent", INTEGER, "r.silent").required(),
            Column.of("unidentified", INTEGER, "r.unidentified").required(),
            Column.of("conversations", INTEGER, "r.conversations").required(),
            Column.of("edges", INTEGER, "r.edges").required(),
            Column.of("clusters", INTEGER, "r.clusters").required(),
            Column.of("review", INTEGER, "r.review").required(),
            Column.of("inForce", BOOLEAN, "coalesce(r.id = (SELECT s.run FROM segment_state s), false)")
                    .required(),
            Column.of("stored", BOOLEAN, "r.stored").required());

    /** Every run. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "segmentation-runs",
            "segment_run r",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "account", "detail"));

    private SegmentRunList() {}

    static SegmentRun read(Row row) {
        return new SegmentRun(
                Long.toString(row.number("id")),
                row.text("state"),
                row.text("step"),
                row.number("percent"),
                row.text("reason"),
                row.text("account"),
                row.findText("detail"),
                row.time("createdAt"),
                row.findTime("endedAt"),
                row.time("from"),
                row.time("to"),
                row.number("seed"),
                row.text("version"),
                row.number("endpoints"),
                row.number("silent"),
                row.number("unidentified"),
                row.number("conversations"),
                row.number("edges"),
                row.number("clusters"),
                row.number("review"),
                row.flag("inForce"),
                row.flag("stored"));
    }
}
