package clarion.ejb.segmentation;

import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of decisions, the newest first. */
public final class DecisionList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "x.id").required(),
            Column.of("kind", TEXT, "x.kind").required().asFacet(),
            Column.of("run", INTEGER, "x.run").required(),
            Column.of("cluster", INTEGER, "x.cluster").required(),
            Column.of("other", INTEGER, "x.other"),
            Column.of("members", TEXT, "x.members::text[]").array(),
            Column.of("attribute", TEXT, "x.attribute"),
            Column.of("value", TEXT, "x.value"),
            Column.of("name", TEXT, "x.name"),
            Column.of("account", TEXT, "x.account").required().asFacet(),
            Column.of("madeAt", INSTANT, "x.made_at").required(),
            Column.of("undoneBy", TEXT, "x.undone_by"),
            Column.of("undoneAt", INSTANT, "x.undone_at"));

    /** Every decision, undone ones too. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "decisions",
            "segment_decision x",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "name", "account", "value"));

    private DecisionList() {}

    static DecisionRow read(Row row) {
        Long other = row.findNumber("other");
        return new DecisionRow(
                Long.toString(row.number("id")),
                row.text("kind"),
                Long.toString(row.number("run")),
                Long.toString(row.number("cluster")),
                other == null ? null : Long.toString(other),
                row.texts("members"),
                row.findText("attribute"),
                row.findText("value"),
                row.findText("name"),
                row.text("account"),
                row.time("madeAt"),
                row.findText("undoneBy"),
                row.findTime("undoneAt"));
    }
}
