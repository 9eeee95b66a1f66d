package clarion.pxgrid.records;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation of Adaptive Network Control: a policy was put on an endpoint, or taken off.
 *
 * @param id {@code operationId}
 * @param mac the endpoint, if known
 * @param nasIp the switch, if known
 * @param policyName the ANC policy; null when one is taken off
 * @param status {@code SUCCESS}, {@code FAILURE} or {@code RUNNING}; kept as text
 * @param failureReason with a failure
 */
public record AncOperation(
        String id,
        @Nullable MacAddress mac,
        @Nullable IpAddress nasIp,
        @Nullable String policyName,
        String status,
        @Nullable String failureReason)
        implements IseRecord {

    @Override
    public @Nullable Instant timestamp() {
        return null;
    }

    @Override
    public String key() {
        return id;
    }
}
