package clarion.ejb.connectors;

import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the messages that were set aside, the newest first. */
public final class QuarantineList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "m.id").required(),
            Column.of("topic", TEXT, "m.topic").required().asFacet(),
            Column.of("source", TEXT, "m.source").required().asFacet(),
            Column.of("receivedAt", INSTANT, "m.received_at").required(),
            Column.of("reason", TEXT, "m.reason").required(),
            Column.of("body", TEXT, "m.body").required());

    /** Every message that is kept. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "quarantine",
            "quarantined_message m",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "topic", "source", "reason", "body"));

    private QuarantineList() {}

    static QuarantineEntry entry(Row row) {
        return new QuarantineEntry(
                row.number("id"),
                row.text("topic"),
                row.text("source"),
                row.time("receivedAt"),
                row.text("reason"),
                row.text("body"));
    }
}
