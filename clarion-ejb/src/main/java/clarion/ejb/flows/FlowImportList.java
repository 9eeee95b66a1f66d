package clarion.ejb.flows;

import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of imports, the newest first. */
public final class FlowImportList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "i.id").required(),
            Column.of("name", TEXT, "i.name").required(),
            Column.of("account", TEXT, "i.account").required(),
            Column.of("state", TEXT, "i.state").required(),
            Column.of("detail", TEXT, "i.detail"),
            Column.of("createdAt", INSTANT, "i.created_at").required(),
            Column.of("endedAt", INSTANT, "i.ended_at"),
            Column.of("size", INTEGER, "i.size").required(),
            Column.of("bytesRead", INTEGER, "i.bytes_read").required(),
            Column.of("lines", INTEGER, "i.lines").required(),
            Column.of("records", INTEGER, "i.records").required(),
            Column.of("faulty", INTEGER, "i.faulty").required(),
            Column.of("conversations", INTEGER, "i.conversations").required(),
            Column.of("buckets", INTEGER, "i.buckets").required(),
            Column.of("outOfTime", INTEGER, "i.out_of_time").required(),
            Column.of("firstAt", INSTANT, "i.first_at"),
            Column.of("lastAt", INSTANT, "i.last_at"),
            Column.of("duplicateOf", INTEGER, "i.duplicate_of"),
            Column.of("errors", TEXT, "ARRAY(SELECT jsonb_array_elements_text(i.errors))")
                    .array());

    /** Every import that was ever asked for. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "flow-imports",
            "flow_import i",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "name", "account"));

    private FlowImportList() {}

    static FlowImport read(Row row) {
        return new FlowImport(
                row.number("id"),
                row.text("name"),
                row.text("account"),
                row.text("state"),
                row.findText("detail"),
                row.time("createdAt"),
                row.findTime("endedAt"),
                row.number("size"),
                row.number("bytesRead"),
                row.number("lines"),
                row.number("records"),
                row.number("faulty"),
                row.number("conversations"),
                row.number("buckets"),
                row.number("outOfTime"),
                row.findTime("firstAt"),
                row.findTime("lastAt"),
                row.findNumber("duplicateOf"),
                row.texts("errors"));
    }
}
