package clarion.ejb.connectors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was received of a topic since the database was made, and what became of it.
 *
 * @param topic id of the topic
 * @param received everything that came: {@code applied + duplicates + superseded + quarantined}
 * @param live of these, by the live stream; what was set aside is in none of the three
 * @param recovered of these, asked for again to close a gap
 * @param bulk of these, in bulk downloads
 * @param applied that changed something
 * @param duplicates that were known to the letter
 * @param superseded that were older than what was stored
 * @param quarantined that were set aside
 * @param lastReceivedAt Clarion's clock
 * @param openGaps times in which something may have been missed and that are not closed
 * @param gaps open and closed ones, as far as they are kept
 * @param lastReconcile the latest complete comparison with ISE's bulk answer
 */
public record TopicLedger(
        String topic,
        long received,
        long live,
        long recovered,
        long bulk,
        long applied,
        long duplicates,
        long superseded,
        long quarantined,
        @Nullable Instant lastReceivedAt,
        long openGaps,
        long gaps,
        @Nullable ReconcileRun lastReconcile) {}
