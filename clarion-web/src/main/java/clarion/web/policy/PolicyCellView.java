package clarion.web.policy;

import clarion.ejb.listing.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the egress matrix on the wire.
 *
 * @param source name of the source group
 * @param destination name of the destination group
 * @param status {@code ENABLED}, {@code MONITOR} or {@code DISABLED}
 * @param acls names of its SGACLs, in order
 * @param defaultRule what follows them
 * @param drift what it refers to and ISE no longer has, or never named
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record PolicyCellView(
        String id,
        String name,
        String description,
        @Nullable String matrixId,
        @Nullable String sourceId,
        @Nullable String source,
        @Nullable Long sourceSgt,
        @Nullable String destinationId,
        @Nullable String destination,
        @Nullable Long destinationSgt,
        @Nullable String status,
        List<String> acls,
        List<String> aclIds,
        @Nullable String defaultRule,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable String drift) {

    static PolicyCellView of(Row row) {
        return new PolicyCellView(
                row.text("id"),
                row.text("name"),
                row.text("description"),
                row.findText("matrixId"),
                row.findText("sourceId"),
                row.findText("source"),
                row.findNumber("sourceSgt"),
                row.findText("destinationId"),
                row.findText("destination"),
                row.findNumber("destinationSgt"),
                row.findText("status"),
                row.texts("acls"),
                row.texts("aclIds"),
                row.findText("defaultRule"),
                row.time("updatedAt"),
                row.findTime("deletedAt"),
                row.findText("drift"));
    }
}
