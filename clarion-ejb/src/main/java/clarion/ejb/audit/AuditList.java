package clarion.ejb.audit;

import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the audit record, the newest entry first. */
public final class AuditList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "e.id").required(),
            Column.of("at", INSTANT, "e.at").required(),
            Column.of("actor", TEXT, "e.actor").required(),
            Column.of("via", TEXT, "e.via").required().asFacet(),
            Column.of("remoteAddress", IP, "e.remote_address"),
            Column.of("action", TEXT, "e.action").required().asFacet(),
            Column.of("target", TEXT, "e.target").required(),
            Column.of("before", TEXT, "e.before::text").shownOnly(),
            Column.of("after", TEXT, "e.after::text").shownOnly(),
            Column.of("requestId", TEXT, "e.request_id"));

    /** Everything that was recorded. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "audit",
            "audit_entry e",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "actor", "action", "target", "remoteAddress", "requestId"));

    private AuditList() {}

    static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.number("id"),
                row.time("at"),
                row.text("actor"),
                row.text("via"),
                row.findText("remoteAddress"),
                row.text("action"),
                row.text("target"),
                row.findText("before"),
                row.findText("after"),
                row.findText("requestId"));
    }
}
