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
        Instant receivedAt) {

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
                row.time("receivedAt"));
    }
}
