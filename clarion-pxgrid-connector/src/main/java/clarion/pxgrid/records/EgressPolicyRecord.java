package clarion.pxgrid.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of an egress matrix. The topic and the bulk answer name the same fields differently; this is what both mean.
 *
 * @param id ISE's own
 * @param name as ISE has it; may be empty
 * @param description empty if ISE has none
 * @param matrixId the matrix; null where ISE has but one
 * @param sourceGroupId {@code SecurityGroup.id} of the source
 * @param destinationGroupId {@code SecurityGroup.id} of the destination
 * @param status {@code ENABLED}, {@code MONITOR} or {@code DISABLED}; kept as text
 * @param aclIds ids of its SGACLs, in order
 * @param defaultRule what follows them: {@code NONE}, {@code PERMIT_IP}, {@code DENY_IP}; null if ISE did not say
 * @param timestamp of the change
 * @param deleted the cell is gone
 */
public record EgressPolicyRecord(
        String id,
        String name,
        String description,
        @Nullable String matrixId,
        @Nullable String sourceGroupId,
        @Nullable String destinationGroupId,
        @Nullable String status,
        List<String> aclIds,
        @Nullable String defaultRule,
        @Nullable Instant timestamp,
        boolean deleted)
        implements IseRecord {

    public EgressPolicyRecord {
        aclIds = List.copyOf(aclIds);
    }

    @Override
    public String key() {
        return id;
    }
}
