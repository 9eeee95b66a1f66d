package clarion.web.groups;

import clarion.ejb.listing.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A security group of ISE on the wire.
 *
 * @param sessions live sessions that carry its name, or a former one
 * @param devices whose newest session does
 * @param cells of the egress matrix that name it
 * @param formerNames by which sessions may still carry it
 * @param updatedAt ISE's clock where ISE says
 * @param deletedAt when ISE deleted it; it is listed as long as something uses it
 * @param drift it is deleted, and cells still name it
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record SecurityGroupView(
        String id,
        long sgt,
        String name,
        String description,
        long sessions,
        long devices,
        long cells,
        List<String> formerNames,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        boolean drift) {

    static SecurityGroupView of(Row row) {
        return new SecurityGroupView(
                row.text("id"),
                row.number("sgt"),
                row.text("name"),
                row.text("description"),
                row.number("sessions"),
                row.number("devices"),
                row.number("cells"),
                row.texts("formerNames"),
                row.time("updatedAt"),
                row.findTime("deletedAt"),
                row.flag("drift"));
    }
}
