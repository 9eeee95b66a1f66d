package clarion.web.devices;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of ISE's profiler on the wire.
 *
 * @param group endpoint identity group
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record EndpointView(
        String mac, @Nullable String profile, @Nullable String group, Instant updatedAt) {

    static EndpointView of(Row row) {
        return new EndpointView(row.text("mac"), row.findText("profile"), row.findText("group"), row.time("updatedAt"));
    }
}
