package clarion.web.devices;

import clarion.ejb.listing.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A profile of ISE's profiler on the wire.
 *
 * @param fullName with its parents
 * @param devices that match it
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record ProfileView(String id, String name, @Nullable String fullName, long devices) {

    static ProfileView of(Row row) {
        return new ProfileView(row.text("id"), row.text("name"), row.findText("fullName"), row.number("devices"));
    }
}
