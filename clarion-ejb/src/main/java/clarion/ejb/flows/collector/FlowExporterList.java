package clarion.ejb.flows.collector;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the list of exporters, the one that was new last first. */
public final class FlowExporterList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "e.id").required(),
            Column.of("address", IP, "e.address").required(),
            Column.of("collector", TEXT, "e.process").required().asFacet(),
            Column.of("known", BOOLEAN, "e.known").required().asFacet(),
            Column.of("accepted", BOOLEAN, "e.accepted").required().asFacet(),
            Column.of("versions", TEXT, "e.versions").required().asFacet(),
            Column.of("firstSeenAt", INSTANT, "e.first_seen_at").required(),
            Column.of("lastSeenAt", INSTANT, "e.last_seen_at").required(),
            Column.of("domains", INTEGER, "e.domains").required(),
            Column.of("templates", INTEGER, "e.templates").required(),
            Column.of("packets", INTEGER, "e.packets").required(),
            Column.of("refused", INTEGER, "e.refused").required(),
            Column.of("records", INTEGER, "e.records").required(),
            Column.of("packetsPerSecond", INTEGER, "e.packets_per_second").required(),
            Column.of("recordsPerSecond", INTEGER, "e.records_per_second").required(),
            Column.of("decodeErrors", INTEGER, "e.decode_errors").required(),
            Column.of("errors", TEXT, "e.errors").required(),
            Column.of("waitingSets", INTEGER, "e.waiting").required(),
            Column.of("missingTemplate", INTEGER, "e.missing_template").required(),
            Column.of("sequenceMissing", INTEGER, "e.sequence_missing").required(),
            Column.of("correctedRecords", INTEGER, "e.corrected").required(),
            Column.of("unknownSamplers", INTEGER, "e.unknown_samplers").required(),
            Column.of("clockOffsetMillis", INTEGER, "e.clock_offset").required(),
            Column.of("updatedAt", INSTANT, "e.updated_at").required());

    /** What each collector heard of each exporter. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "exporters",
            "flow_exporter e",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "address", "collector", "versions", "errors"));

    private FlowExporterList() {}
}
