package clarion.web.devices;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint under a policy of Adaptive Network Control, on the wire.
 *
 * @param policy name of it
 * @param since Clarion's clock
 * @param operationId the operation that put it there
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record QuarantinedDeviceView(
        String mac,
        String policy,
        Instant since,
        String operationId,
        @Nullable String nasIp,
        @Nullable String ip,
        @Nullable String userName,
        @Nullable String profile,
        boolean online) {

    static QuarantinedDeviceView of(Row row) {
        return new QuarantinedDeviceView(
                row.text("mac"),
                row.text("policy"),
                row.time("since"),
                row.text("operationId"),
                row.findText("nasIp"),
                row.findText("ip"),
                row.findText("userName"),
                row.findText("profile"),
                row.flag("online"));
    }
}
