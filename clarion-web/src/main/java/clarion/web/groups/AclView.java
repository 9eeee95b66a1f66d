package clarion.web.groups;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An SGACL of ISE on the wire.
 *
 * @param ipVersion {@code IPV4}, {@code IPV6} or {@code IP_AGNOSTIC}
 * @param generation changes with each edit
 * @param aces one per line
 * @param cells of the egress matrix that use it
 * @param switches that have this generation in force
 * @param switchesBehind that have another one in force
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record AclView(
        String id,
        String name,
        String description,
        @Nullable String ipVersion,
        @Nullable String generation,
        String aces,
        @Nullable Boolean readOnly,
        long cells,
        long switches,
        long switchesBehind,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    static AclView of(Row row) {
        return new AclView(
                row.text("id"),
                row.text("name"),
                row.text("description"),
                row.findText("ipVersion"),
                row.findText("generation"),
                row.text("aces"),
                row.findFlag("readOnly"),
                row.number("cells"),
                row.number("switches"),
                row.number("switchesBehind"),
                row.time("updatedAt"),
                row.findTime("deletedAt"));
    }
}
