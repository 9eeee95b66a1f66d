package clarion.web.connectors;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of one topic with ISE's bulk answer, on the wire.
 *
 * @param reason as {@link clarion.pxgrid.Snapshot.Reason}
 * @param completedAt absent while it runs, or if it never ended
 * @param seen what ISE named
 * @param missing of these, not known here although they should have been
 * @param different of these, known otherwise here
 * @param closed known here and unknown to ISE
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record ReconcileView(
        String id,
        String topic,
        String reason,
        Instant startedAt,
        @Nullable Instant completedAt,
        long seen,
        long missing,
        long different,
        long closed) {

    static ReconcileView of(Row row) {
        return new ReconcileView(
                Long.toString(row.number("id")),
                row.text("topic"),
                row.text("reason"),
                row.time("startedAt"),
                row.findTime("completedAt"),
                row.number("seen"),
                row.number("missing"),
                row.number("different"),
                row.number("closed"));
    }
}
