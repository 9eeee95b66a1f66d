package clarion.web.policy;

import clarion.ejb.listing.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An egress matrix on the wire.
 *
 * @param monitorAll no cell of it is enforced, whatever the cell says; absent if ISE left it out
 * @param cells how many cells belong to it
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record MatrixView(
        String id,
        String name,
        String description,
        @Nullable Boolean monitorAll,
        long cells) {

    static MatrixView of(Row row) {
        return new MatrixView(
                row.text("id"),
                row.text("name"),
                row.text("description"),
                row.findFlag("monitorAll"),
                row.number("cells"));
    }
}
