package clarion.ejb.policy;

import clarion.ejb.DatabaseText;
import clarion.ejb.topics.RecordColumn;
import clarion.ejb.topics.RecordDefinition;
import clarion.pxgrid.records.EgressPolicyRecord;
import java.util.List;

/** The cells of the egress matrix, as rows. */
public final class PolicyRecords {

    /** The event leaves out the matrix, the bulk answer the default rule: neither undoes what the other said. */
    public static final RecordDefinition<EgressPolicyRecord> CELLS = new RecordDefinition<>(
            EgressPolicyRecord.class,
            "egress_policy",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    RecordColumn.of("name", "text", r -> DatabaseText.text(r.name())),
                    RecordColumn.of(
                            "description",
                            "text",
                            r -> DatabaseText.limit(r.description(), DatabaseText.ATTRIBUTE_LIMIT)),
                    said("matrix_id", EgressPolicyRecord::matrixId),
                    said("source_group_id", EgressPolicyRecord::sourceGroupId),
                    said("destination_group_id", EgressPolicyRecord::destinationGroupId),
                    said("status", EgressPolicyRecord::status),
                    RecordColumn.of("acl_ids", "jsonb", r -> DatabaseText.json(r.aclIds())),
                    said("default_rule", EgressPolicyRecord::defaultRule)),
            true);

    private PolicyRecords() {}

    private static RecordColumn<EgressPolicyRecord> said(
            String name,
            java.util.function.Function<EgressPolicyRecord, @org.jspecify.annotations.Nullable String> of) {
        return RecordColumn.<EgressPolicyRecord>of(name, "text", r -> {
                    String value = of.apply(r);
                    return value == null ? null : DatabaseText.key(value);
                })
                .notAlwaysSaid();
    }
}
