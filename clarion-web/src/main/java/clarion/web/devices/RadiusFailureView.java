package clarion.web.devices;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A RADIUS authentication that failed, on the wire.
 *
 * @param failureId ISE's own id
 * @param at ISE's clock where ISE says
 * @param reason in ISE's words
 * @param messageCode ISE's number of it
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record RadiusFailureView(
        String id,
        String failureId,
        Instant at,
        @Nullable String mac,
        @Nullable String userName,
        @Nullable String nasIp,
        @Nullable String nasPort,
        @Nullable String reason,
        @Nullable Long messageCode,
        @Nullable String server,
        @Nullable String auditSessionId,
        Instant receivedAt,
        @Nullable String authenticationMethod,
        @Nullable String authenticationProtocol,
        @Nullable String identityStore,
        @Nullable String identityGroup,
        @Nullable String networkDevice,
        @Nullable String deviceType,
        @Nullable String location,
        @Nullable String policySet,
        @Nullable String authorizationRule,
        @Nullable String sgtName,
        @Nullable String endpointProfile,
        @Nullable String postureStatus,
        @Nullable String credentialCheck,
        @Nullable String response,
        @Nullable String steps) {

    static RadiusFailureView of(Row row) {
        return new RadiusFailureView(
                Long.toString(row.number("id")),
                row.text("failureId"),
                row.time("at"),
                row.findText("mac"),
                row.findText("userName"),
                row.findText("nasIp"),
                row.findText("nasPort"),
                row.findText("reason"),
                row.findNumber("messageCode"),
                row.findText("server"),
                row.findText("auditSessionId"),
                row.time("receivedAt"),
                row.findText("authenticationMethod"),
                row.findText("authenticationProtocol"),
                row.findText("identityStore"),
                row.findText("identityGroup"),
                row.findText("networkDevice"),
                row.findText("deviceType"),
                row.findText("location"),
                row.findText("policySet"),
                row.findText("authorizationRule"),
                row.findText("sgtName"),
                row.findText("endpointProfile"),
                row.findText("postureStatus"),
                row.findText("credentialCheck"),
                row.findText("response"),
                row.findText("steps"));
    }
}
