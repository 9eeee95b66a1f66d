package clarion.ejb.connectors;

import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the ledger's lists, the newest first. */
public final class LedgerLists {

    private static final List<Column> GAP_COLUMNS = List.of(
            Column.of("id", INTEGER, "g.number").required(),
            Column.of("topic", TEXT, "g.topic").required().asFacet(),
            Column.of("cause", TEXT, "g.cause").required().asFacet(),
            Column.of("from", INSTANT, "g.from_at").required(),
            Column.of("noticedAt", INSTANT, "g.noticed_at").required(),
            Column.of("lastSequence", INTEGER, "g.last_sequence"),
            Column.of("nextSequence", INTEGER, "g.next_sequence"),
            Column.of("detail", TEXT, "g.detail").required(),
            Column.of("closedAt", INSTANT, "g.closed_at"),
            Column.of("how", TEXT, "g.how").asFacet(),
            Column.of("fetched", INTEGER, "g.fetched"),
            Column.of("repaired", INTEGER, "g.repaired"));

    /** Times in which something may have been missed. */
    public static final ListDefinition GAPS = new ListDefinition(
            "gaps",
            "topic_gap g",
            GAP_COLUMNS,
            List.of(SortKey.descending(GAP_COLUMNS.get(0))),
            ListDefinition.named(GAP_COLUMNS, "topic", "cause", "detail", "how"));

    private static final List<Column> RECONCILE_COLUMNS = List.of(
            Column.of("id", INTEGER, "r.number").required(),
            Column.of("topic", TEXT, "r.topic").required().asFacet(),
            Column.of("reason", TEXT, "r.reason").required().asFacet(),
            Column.of("startedAt", INSTANT, "r.started_at").required(),
            Column.of("completedAt", INSTANT, "r.completed_at"),
            Column.of("seen", INTEGER, "r.seen").required(),
            Column.of("missing", INTEGER, "r.missing").required(),
            Column.of("different", INTEGER, "r.different").required(),
            Column.of("closed", INTEGER, "r.closed").required());

    /** Comparisons with ISE's bulk answers, first downloads included. */
    public static final ListDefinition RECONCILES = new ListDefinition(
            "reconciles",
            "topic_reconcile r",
            RECONCILE_COLUMNS,
            List.of(SortKey.descending(RECONCILE_COLUMNS.get(0))),
            ListDefinition.named(RECONCILE_COLUMNS, "topic", "reason"));

    private LedgerLists() {}
}
