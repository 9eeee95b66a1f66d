package clarion.ejb.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to apply again what is in the stream since some time.
 *
 * @param from entries that were written at this time or later
 * @param requestedBy the account
 * @param stream which stream; null before it began
 * @param offset the last entry that was applied again; null before the first
 * @param until the last entry that has to be: what was stored when it began
 * @param startedAt null before it began
 * @param completedAt null while it waits or runs
 * @param entries that were applied again
 * @param applied reports and records in them that changed something
 * @param duplicates that were known to the letter
 * @param superseded that were older than what is stored
 */
public record Replay(
        UUID id,
        Instant from,
        Instant requestedAt,
        String requestedBy,
        @Nullable String stream,
        @Nullable Long offset,
        @Nullable Long until,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        long entries,
        long applied,
        long duplicates,
        long superseded) {}
