package clarion.pxgrid.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that ISE said on a topic other than sessions. A field that ISE left out is null or empty: missing is
 * missing, never a default.
 */
public sealed interface IseRecord
        permits AncOperation,
                AssetRecord,
                EndpointRecord,
                EgressMatrixRecord,
                EgressPolicyRecord,
                PolicyDownloadRecord,
                ProfileRecord,
                RadiusFailureRecord,
                SecurityGroupAclRecord,
                SecurityGroupRecord,
                SxpBindingRecord,
                UserGroupsRecord,
                VirtualNetworkRecord {

    /** What tells it from others of its topic; two records with the same key are about the same thing. */
    String key();

    /** ISE's time of it, or null if ISE gave none. */
    @Nullable
    Instant timestamp();

    /** True if ISE says that the thing is gone. */
    default boolean deleted() {
        return false;
    }
}
