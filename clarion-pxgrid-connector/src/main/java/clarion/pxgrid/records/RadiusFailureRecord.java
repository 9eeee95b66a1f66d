package clarion.pxgrid.records;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A RADIUS authentication that failed.
 *
 * @param id ISE's own
 * @param mac the endpoint, if known
 * @param userName as ISE wrote it
 * @param nasIp the switch
 * @param nasPort the port as the switch names it
 * @param reason such as {@code 22056 Subject not found in the applicable identity store(s)}
 * @param messageCode ISE's number of the reason
 * @param server the ISE node
 * @param auditSessionId the switch's own session id
 * @param attributes every other scalar field, by wire name, sorted
 * @param timestamp of the failure
 */
public record RadiusFailureRecord(
        String id,
        @Nullable MacAddress mac,
        @Nullable String userName,
        @Nullable IpAddress nasIp,
        @Nullable String nasPort,
        @Nullable String reason,
        @Nullable Integer messageCode,
        @Nullable String server,
        @Nullable String auditSessionId,
        SortedMap<String, String> attributes,
        @Nullable Instant timestamp)
        implements IseRecord {

    public RadiusFailureRecord {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    @Override
    public String key() {
        return id;
    }
}
