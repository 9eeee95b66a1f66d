package clarion.web.devices;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An operation of Adaptive Network Control on the wire.
 *
 * @param operationId ISE's own, such as {@code ise-pan1:35}
 * @param at when its present status came, by Clarion's clock; ISE gives no time
 * @param policy absent where a policy was taken off
 * @param status {@code RUNNING}, {@code SUCCESS} or {@code FAILURE}
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record AncOperationView(
        String id,
        String operationId,
        Instant at,
        @Nullable String mac,
        @Nullable String nasIp,
        @Nullable String policy,
        String status,
        @Nullable String failureReason) {

    static AncOperationView of(Row row) {
        return new AncOperationView(
                Long.toString(row.number("id")),
                row.text("operationId"),
                row.time("at"),
                row.findText("mac"),
                row.findText("nasIp"),
                row.findText("policy"),
                row.text("status"),
                row.findText("failureReason"));
    }
}
