package clarion.ejb.groups;

import clarion.ejb.DatabaseText;
import clarion.ejb.topics.RecordColumn;
import clarion.ejb.topics.RecordDefinition;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import clarion.pxgrid.records.SxpBindingRecord;
import clarion.pxgrid.records.VirtualNetworkRecord;
import java.util.List;

/** What ISE says of groups, as rows: security groups, SGACLs, virtual networks, SXP bindings. */
public final class GroupRecords {

    /** Characters of an SGACL; ISE's own limit is far below. */
    private static final int MOST_ACES = 1 << 20;

    /** A deleted group keeps its name and number: sessions and cells may still refer to it. */
    public static final RecordDefinition<SecurityGroupRecord> SECURITY_GROUPS = new RecordDefinition<>(
            SecurityGroupRecord.class,
            "security_group",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    RecordColumn.of(
                            "name", "text", r -> DatabaseText.key(r.group().name())),
                    RecordColumn.of("sgt", "int4", r -> r.group().sgt().value()),
                    RecordColumn.of(
                            "description", "text", r -> description(r.group().description()))),
            true);

    public static final RecordDefinition<SecurityGroupAclRecord> ACLS = new RecordDefinition<>(
            SecurityGroupAclRecord.class,
            "security_group_acl",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    RecordColumn.of("name", "text", r -> DatabaseText.text(r.name())),
                    RecordColumn.of("description", "text", r -> description(r.description())),
                    RecordColumn.of("ip_version", "text", r -> DatabaseText.text(r.ipVersion())),
                    RecordColumn.of("aces", "text", r -> DatabaseText.limit(r.aces(), MOST_ACES)),
                    RecordColumn.<SecurityGroupAclRecord>of(
                                    "generation_id", "text", r -> DatabaseText.text(r.generationId()))
                            .notAlwaysSaid(),
                    RecordColumn.<SecurityGroupAclRecord>of("read_only", "bool", SecurityGroupAclRecord::readOnly)
                            .notAlwaysSaid()),
            true);

    public static final RecordDefinition<VirtualNetworkRecord> VIRTUAL_NETWORKS = new RecordDefinition<>(
            VirtualNetworkRecord.class,
            "virtual_network",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    RecordColumn.of("name", "text", r -> DatabaseText.text(r.name())),
                    RecordColumn.<VirtualNetworkRecord>of(
                                    "attributes",
                                    "text",
                                    r -> r.attributes() == null
                                            ? null
                                            : DatabaseText.limit(r.attributes(), DatabaseText.ATTRIBUTE_LIMIT))
                            .notAlwaysSaid()),
            true);

    public static final RecordDefinition<SxpBindingRecord> SXP_BINDINGS = new RecordDefinition<>(
            SxpBindingRecord.class,
            "sxp_binding",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    RecordColumn.of("prefix", "inet", SxpBindingRecord::prefix),
                    RecordColumn.of("vpn", "text", r -> DatabaseText.text(r.vpn())),
                    RecordColumn.of(
                            "sgt", "int4", r -> r.sgt() == null ? null : r.sgt().value()),
                    RecordColumn.of("source", "text", r -> DatabaseText.text(r.source())),
                    RecordColumn.of("peer_sequence", "text", r -> DatabaseText.text(r.peerSequence()))),
            false);

    private GroupRecords() {}

    private static String description(String text) {
        return DatabaseText.limit(text, DatabaseText.ATTRIBUTE_LIMIT);
    }
}
