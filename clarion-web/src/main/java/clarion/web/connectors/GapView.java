package clarion.web.connectors;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time in which something may have been missed, on the wire.
 *
 * @param cause as {@link clarion.pxgrid.Gap.Cause}
 * @param from up to when the topic is known to be complete
 * @param noticedAt Clarion's clock
 * @param detail what happened, in one sentence
 * @param closedAt when it was closed; absent while it is open
 * @param how as {@link clarion.pxgrid.Gap.How}
 * @param fetched records that ISE sent for it
 * @param repaired of these, that changed something
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record GapView(
        String id,
        String topic,
        String cause,
        Instant from,
        Instant noticedAt,
        @Nullable Long lastSequence,
        @Nullable Long nextSequence,
        String detail,
        @Nullable Instant closedAt,
        @Nullable String how,
        @Nullable Long fetched,
        @Nullable Long repaired) {

    static GapView of(Row row) {
        return new GapView(
                Long.toString(row.number("id")),
                row.text("topic"),
                row.text("cause"),
                row.time("from"),
                row.time("noticedAt"),
                row.findNumber("lastSequence"),
                row.findNumber("nextSequence"),
                row.text("detail"),
                row.findTime("closedAt"),
                row.findText("how"),
                row.findNumber("fetched"),
                row.findNumber("repaired"));
    }
}
