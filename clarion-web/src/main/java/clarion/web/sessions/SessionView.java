package clarion.web.sessions;

import clarion.ejb.sessions.SessionDetail;
import clarion.ejb.sessions.SessionRow;
import clarion.web.listing.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session on the wire.
 *
 * @param user the normalised identity
 * @param userName as ISE wrote it
 * @param sgt absent if ISE's catalogue has no group of that name
 * @param attributes what ISE said besides; in the detail only
 */
public record SessionView(
        String id,
        String state,
        boolean live,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable String mac,
        @Nullable String ip,
        List<String> ipAddresses,
        @Nullable String userName,
        @Nullable String user,
        @Nullable String userId,
        @Nullable String nasIp,
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
        List<String> authorizationProfiles,
        @Nullable Map<String, String> attributes) {

    public static SessionView of(SessionRow row) {
        return of(row, null);
    }

    public static SessionView of(SessionDetail detail) {
        return of(detail.session(), detail.attributes());
    }

    private static SessionView of(SessionRow row, @Nullable Map<String, String> attributes) {
        return new SessionView(
                Long.toString(row.id()),
                row.state(),
                row.live(),
                row.startedAt(),
                row.updatedAt(),
                row.endedAt(),
                row.endReason(),
                Texts.of(row.mac()),
                Texts.of(row.ip()),
                row.ipAddresses(),
                row.userName(),
                row.user(),
                Texts.of(row.userId()),
                Texts.of(row.nasIp()),
                row.nasPort(),
                row.nasPortType(),
                row.nasIdentifier(),
                row.calledStationId(),
                row.callingStationId(),
                row.ssid(),
                row.auditSessionId(),
                row.endpointProfile(),
                row.endpointOs(),
                row.sgt(),
                row.sgtName(),
                row.authMethod(),
                row.postureStatus(),
                row.authorizationProfiles(),
                attributes);
    }
}
