package clarion.web.connectors;

import clarion.ejb.queue.Replay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay on the wire.
 *
 * @param from what was written into the queue at this time or later is applied again
 * @param requestedBy the account that asked
 * @param startedAt absent while it waits
 * @param completedAt absent until it has ended
 * @param offset the last entry that was applied again
 * @param until the last entry that has to be: what was stored when it began
 * @param entries that were applied again
 * @param applied reports and records in them that changed something
 * @param duplicates that were known to the letter
 * @param superseded that were older than what is stored
 */
public record ReplayView(
        String id,
        Instant from,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Long offset,
        @Nullable Long until,
        long entries,
        long applied,
        long duplicates,
        long superseded) {

    static ReplayView of(Replay replay) {
        return new ReplayView(
                replay.id().toString(),
                replay.from(),
                replay.requestedAt(),
                replay.requestedBy(),
                replay.startedAt(),
                replay.completedAt(),
                replay.offset(),
                replay.until(),
                replay.entries(),
                replay.applied(),
                replay.duplicates(),
                replay.superseded());
    }
}
