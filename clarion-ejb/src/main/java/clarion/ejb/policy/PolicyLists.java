package clarion.ejb.policy;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the lists about policy. */
public final class PolicyLists {

    private static final String ACLS_OF_CELL = "FROM jsonb_array_elements_text(c.acl_ids) WITH ORDINALITY x(id, n)"
            + " LEFT JOIN security_group_acl a ON a.id = x.id COLLATE \"C\"";

    /** What a cell refers to and ISE no longer has, or never named. */
    private static final String DRIFT = "CASE WHEN c.deleted_at IS NOT NULL THEN NULL"
            + " WHEN s.deleted_at IS NOT NULL THEN 'SOURCE_DELETED'"
            + " WHEN t.deleted_at IS NOT NULL THEN 'DESTINATION_DELETED'"
            + " WHEN EXISTS (SELECT 1 " + ACLS_OF_CELL + " WHERE a.deleted_at IS NOT NULL) THEN 'ACL_DELETED'"
            + " WHEN c.source_group_id IS NOT NULL AND s.id IS NULL THEN 'SOURCE_UNKNOWN'"
            + " WHEN c.destination_group_id IS NOT NULL AND t.id IS NULL THEN 'DESTINATION_UNKNOWN'"
            + " WHEN EXISTS (SELECT 1 " + ACLS_OF_CELL + " WHERE a.id IS NULL) THEN 'ACL_UNKNOWN' END";

    private static final List<Column> CELL_COLUMNS = List.of(
            Column.of("id", TEXT, "c.id").required(),
            Column.of("name", TEXT, "c.name").required(),
            Column.of("description", TEXT, "c.description").required(),
            Column.of("matrixId", TEXT, "c.matrix_id").asFacet(),
            Column.of("sourceId", TEXT, "c.source_group_id"),
            Column.of("source", TEXT, "s.name").asFacet(),
            Column.of("sourceSgt", INTEGER, "s.sgt"),
            Column.of("destinationId", TEXT, "c.destination_group_id"),
            Column.of("destination", TEXT, "t.name").asFacet(),
            Column.of("destinationSgt", INTEGER, "t.sgt"),
            Column.of("status", TEXT, "c.status").asFacet(),
            Column.of("acls", TEXT, "ARRAY(SELECT coalesce(a.name, x.id) " + ACLS_OF_CELL + " ORDER BY x.n)")
                    .matchingAny("EXISTS (SELECT 1 " + ACLS_OF_CELL + " WHERE ", "coalesce(a.name, x.id)")
                    .array(),
            Column.of("aclIds", TEXT, "ARRAY(SELECT jsonb_array_elements_text(c.acl_ids))")
                    .matchingAny("EXISTS (SELECT 1 FROM jsonb_array_elements_text(c.acl_ids) x(id) WHERE ", "x.id")
                    .array(),
            Column.of("defaultRule", TEXT, "c.default_rule").asFacet(),
            Column.of("updatedAt", INSTANT, "coalesce(c.ise_at, c.received_at)").required(),
            Column.of("deletedAt", INSTANT, "c.deleted_at"),
            Column.of("drift", TEXT, DRIFT).asFacet());

    /** Cells of the egress matrix, in the order in which they became known. */
    public static final ListDefinition CELLS = new ListDefinition(
            "cells",
            "egress_policy c LEFT JOIN security_group s ON s.id = c.source_group_id"
                    + " LEFT JOIN security_group t ON t.id = c.destination_group_id",
            CELL_COLUMNS,
            List.of(SortKey.ascending(Column.of("number", INTEGER, "c.number").required())),
            ListDefinition.named(CELL_COLUMNS, "name", "source", "destination", "acls", "sourceSgt", "destinationSgt"));

    private static final List<Column> DOWNLOAD_COLUMNS = List.of(
            Column.of("id", INTEGER, "d.id").required(),
            Column.of("at", INSTANT, "d.downloaded_at").required(),
            Column.of("nasIp", IP, "d.nas_ip").required().asFacet(),
            Column.of("server", TEXT, "d.server").asFacet(),
            Column.of("status", TEXT, "d.status").required().asFacet(),
            Column.of("failureReason", TEXT, "d.failure_reason").asFacet(),
            Column.of("matrix", TEXT, "d.matrix").asFacet(),
            Column.of("sourceList", TEXT, "d.source_list"),
            Column.of("sourceSgt", INTEGER, "d.source_sgt").asFacet(),
            Column.of("source", TEXT, group("d.source_sgt")),
            Column.of("sourceGeneration", TEXT, "d.source_generation"),
            Column.of("destinationSgt", INTEGER, "d.destination_sgt").asFacet(),
            Column.of("destination", TEXT, group("d.destination_sgt")),
            Column.of("destinationGeneration", TEXT, "d.destination_generation"),
            Column.of("acl", TEXT, "d.acl_name").asFacet(),
            Column.of("aclGeneration", TEXT, "d.acl_generation").asFacet(),
            Column.of("latest", BOOLEAN, "d.latest").required().asFacet(),
            Column.of("inForce", BOOLEAN, "d.in_force").required().asFacet(),
            Column.of("receivedAt", INSTANT, "d.received_at").required());

    /** What switches downloaded, cell by cell, the newest first. */
    public static final ListDefinition DOWNLOADS = new ListDefinition(
            "downloads",
            "policy_download d",
            DOWNLOAD_COLUMNS,
            List.of(SortKey.descending(DOWNLOAD_COLUMNS.get(0))),
            ListDefinition.named(DOWNLOAD_COLUMNS, "nasIp", "server", "failureReason", "matrix", "acl", "status"));

    private static final List<Column> MATRIX_COLUMNS = List.of(
            Column.of("id", TEXT, "m.id").required(),
            Column.of("name", TEXT, "m.name").required(),
            Column.of("description", TEXT, "m.description").required(),
            Column.of("monitorAll", BOOLEAN, "m.monitor_all").asFacet(),
            Column.of(
                            "cells",
                            INTEGER,
                            "(SELECT count(*) FROM egress_policy c WHERE c.matrix_id = m.id AND c.deleted_at IS NULL)")
                    .required());

    /** Matrices, in the order in which they became known; none before ISE 3.2. */
    public static final ListDefinition MATRICES = new ListDefinition(
            "matrices",
            "egress_matrix m",
            MATRIX_COLUMNS,
            List.of(SortKey.ascending(Column.of("number", INTEGER, "m.number").required())),
            ListDefinition.named(MATRIX_COLUMNS, "name", "description"));

    private PolicyLists() {}

    private static String group(String sgt) {
        return "(SELECT g.name FROM security_group g WHERE g.sgt = " + sgt
                + " ORDER BY g.deleted_at NULLS FIRST, g.number LIMIT 1)";
    }
}
