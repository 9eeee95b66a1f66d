package clarion.pxgrid.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SGACL.
 *
 * @param id ISE's own
 * @param name unique in ISE; empty only with a deletion
 * @param description empty if ISE has none
 * @param ipVersion {@code IPV4}, {@code IPV6} or {@code IP_AGNOSTIC}; kept as text
 * @param aces the ACEs, one per line, as ISE has them
 * @param generationId changes with each edit; what switches report back
 * @param readOnly true if ISE lets nobody edit it; null if ISE did not say
 * @param timestamp of the change
 * @param deleted the SGACL is gone
 */
public record SecurityGroupAclRecord(
        String id,
        String name,
        String description,
        @Nullable String ipVersion,
        String aces,
        @Nullable String generationId,
        @Nullable Boolean readOnly,
        @Nullable Instant timestamp,
        boolean deleted)
        implements IseRecord {

    @Override
    public String key() {
        return id;
    }
}
