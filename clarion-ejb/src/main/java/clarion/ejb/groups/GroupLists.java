package clarion.ejb.groups;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the lists about groups. What ISE deleted is listed too, with the time, while it may be in use. */
public final class GroupLists {

    /** The first equality is the one of the index, the second is exact. */
    private static final String CARRIES = " JOIN security_group_name n ON lower(n.name) COLLATE \"C\" ="
            + " lower(x.sgt_name) COLLATE \"C\" AND n.name = x.sgt_name WHERE n.group_id = g.id";

    private static final String CELLS =
            "FROM egress_policy c WHERE g.id IN (c.source_group_id, c.destination_group_id) AND c.deleted_at IS NULL)";

    private static final List<Column> GROUPS = List.of(
            Column.of("id", TEXT, "g.id").required(),
            Column.of("sgt", INTEGER, "g.sgt").required(),
            Column.of("name", TEXT, "g.name").required(),
            Column.of("description", TEXT, "g.description").required(),
            Column.of("sessions", INTEGER, "(SELECT count(*) FROM session x" + CARRIES + " AND x.live)")
                    .required(),
            Column.of("devices", INTEGER, "(SELECT count(*) FROM device x" + CARRIES + ")")
                    .required(),
            Column.of("cells", INTEGER, "(SELECT count(*) " + CELLS).required(),
            Column.of(
                            "formerNames",
                            TEXT,
                            "ARRAY(SELECT n.name FROM security_group_name n WHERE n.group_id = g.id"
                                    + " AND n.name <> g.name ORDER BY n.name)")
                    .array(),
            Column.of("updatedAt", INSTANT, "coalesce(g.ise_at, g.received_at)").required(),
            Column.of("deletedAt", INSTANT, "g.deleted_at"),
            Column.of("drift", BOOLEAN, "(g.deleted_at IS NOT NULL AND EXISTS (SELECT 1 " + CELLS + ")")
                    .required());

    /** Security groups by number. */
    public static final ListDefinition SECURITY_GROUPS = new ListDefinition(
            "groups",
            "security_group g",
            GROUPS,
            List.of(SortKey.ascending(GROUPS.get(1)), SortKey.ascending(number("g"))),
            ListDefinition.named(GROUPS, "name", "description", "sgt"));

    private static final String IN_FORCE = "(SELECT count(DISTINCT d.nas_ip) FROM policy_download d WHERE d.in_force"
            + " AND lower(d.acl_name) COLLATE \"C\" = lower(a.name) COLLATE \"C\" AND d.acl_generation ";

    private static final List<Column> ACL_COLUMNS = List.of(
            Column.of("id", TEXT, "a.id").required(),
            Column.of("name", TEXT, "a.name").required(),
            Column.of("description", TEXT, "a.description").required(),
            Column.of("ipVersion", TEXT, "a.ip_version").asFacet(),
            Column.of("generation", TEXT, "a.generation_id"),
            Column.of("aces", TEXT, "a.aces").required(),
            Column.of("readOnly", BOOLEAN, "a.read_only").asFacet(),
            Column.of(
                            "cells",
                            INTEGER,
                            "(SELECT count(*) FROM egress_policy c WHERE c.acl_ids @> jsonb_build_array(a.id)"
                                    + " AND c.deleted_at IS NULL)")
                    .required(),
            Column.of("switches", INTEGER, IN_FORCE + "IS NOT DISTINCT FROM a.generation_id)")
                    .required(),
            Column.of("switchesBehind", INTEGER, IN_FORCE + "IS DISTINCT FROM a.generation_id)")
                    .required(),
            Column.of("updatedAt", INSTANT, "coalesce(a.ise_at, a.received_at)").required(),
            Column.of("deletedAt", INSTANT, "a.deleted_at"));

    /** SGACLs by name, with how many switches have the present generation in force, and how many another one. */
    public static final ListDefinition ACLS = new ListDefinition(
            "acls",
            "security_group_acl a",
            ACL_COLUMNS,
            List.of(SortKey.ascending(ACL_COLUMNS.get(1)), SortKey.ascending(number("a"))),
            ListDefinition.named(ACL_COLUMNS, "name", "description", "aces"));

    private static final List<Column> NETWORKS = List.of(
            Column.of("id", TEXT, "v.id").required(),
            Column.of("name", TEXT, "v.name").required(),
            Column.of("attributes", TEXT, "v.attributes"),
            Column.of("updatedAt", INSTANT, "coalesce(v.ise_at, v.received_at)").required(),
            Column.of("deletedAt", INSTANT, "v.deleted_at"));

    /** Virtual networks by name. */
    public static final ListDefinition VIRTUAL_NETWORKS = new ListDefinition(
            "virtual-networks",
            "virtual_network v",
            NETWORKS,
            List.of(SortKey.ascending(NETWORKS.get(1)), SortKey.ascending(number("v"))),
            ListDefinition.named(NETWORKS, "name", "attributes"));

    private static final List<Column> BINDINGS = List.of(
            Column.of("id", INTEGER, "b.number").required(),
            Column.of("prefix", IP, "b.prefix").required(),
            Column.of("vpn", TEXT, "b.vpn").required().asFacet(),
            Column.of("sgt", INTEGER, "b.sgt").asFacet(),
            Column.of(
                    "group",
                    TEXT,
                    "(SELECT g.name FROM security_group g WHERE g.sgt = b.sgt"
                            + " ORDER BY g.deleted_at NULLS FIRST, g.number LIMIT 1)"),
            Column.of("source", TEXT, "b.source").asFacet(),
            Column.of("peerSequence", TEXT, "b.peer_sequence"),
            Column.of("receivedAt", INSTANT, "b.received_at").required());

    /** SXP bindings by prefix. */
    public static final ListDefinition SXP_BINDINGS = new ListDefinition(
            "bindings",
            "(SELECT * FROM sxp_binding WHERE deleted_at IS NULL) b",
            BINDINGS,
            List.of(SortKey.ascending(BINDINGS.get(1)), SortKey.ascending(BINDINGS.get(0))),
            ListDefinition.named(BINDINGS, "prefix", "vpn", "group", "sgt", "source"));

    private GroupLists() {}

    /** Tells rows with the same name apart. */
    private static Column number(String table) {
        return Column.of("number", INTEGER, table + ".number").required();
    }
}
