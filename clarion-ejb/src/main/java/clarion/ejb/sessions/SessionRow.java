package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.ejb.listing.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as lists show it.
 *
 * @param user the normalised identity
 * @param userName as ISE wrote it
 * @param sgt number of the group, if ISE's catalogue has one of that name
 * @param startedAt ISE's clock, as {@code updatedAt} and {@code endedAt}
 */
public record SessionRow(
        long id,
        String state,
        boolean live,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable MacAddress mac,
        @Nullable IpAddress ip,
        List<String> ipAddresses,
        @Nullable String userName,
        @Nullable String user,
        @Nullable Long userId,
        @Nullable IpAddress nasIp,
        @Nullable String nasPort,
        @Nullable String nasPortType,
        @Nullable String nasIdentifier,
        @Nullable String calledStationId,
        @Nullable String callingStationId,
        @Nullable String ssid,
        @Nullable String auditSessionId,
        @Nullable String endpointProfile,
        @Nullable String endpointOs,
        @Nullable Long sgt,
        @Nullable String sgtName,
        @Nullable String authMethod,
        @Nullable String postureStatus,
        List<String> authorizationProfiles) {

    static SessionRow of(Row row) {
        return new SessionRow(
                row.number("id"),
                row.text("state"),
                row.flag("live"),
                row.time("startedAt"),
                row.time("updatedAt"),
                row.findTime("endedAt"),
                row.findText("endReason"),
                row.findMac("mac"),
                row.findIp("ip"),
                row.texts("ipAddresses"),
                row.findText("userName"),
                row.findText("user"),
                row.findNumber("userId"),
                row.findIp("nasIp"),
                row.findText("nasPort"),
                row.findText("nasPortType"),
                row.findText("nasIdentifier"),
                row.findText("calledStationId"),
                row.findText("callingStationId"),
                row.findText("ssid"),
                row.findText("auditSessionId"),
                row.findText("endpointProfile"),
                row.findText("endpointOs"),
                row.findNumber("sgt"),
                row.findText("sgtName"),
                row.findText("authMethod"),
                row.findText("postureStatus"),
                row.texts("authorizationProfiles"));
    }
}
