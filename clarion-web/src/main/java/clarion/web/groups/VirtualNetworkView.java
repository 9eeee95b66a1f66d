package clarion.web.groups;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A virtual network of ISE on the wire.
 *
 * @param attributes as ISE wrote them
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record VirtualNetworkView(
        String id,
        String name,
        @Nullable String attributes,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    static VirtualNetworkView of(Row row) {
        return new VirtualNetworkView(
                row.text("id"),
                row.text("name"),
                row.findText("attributes"),
                row.time("updatedAt"),
                row.findTime("deletedAt"));
    }
}
