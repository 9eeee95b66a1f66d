package clarion.ejb.segmentation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One computation of which endpoints belong together.
 *
 * @param state RUNNING, DONE, FAILED: the detail says why and what to do, or INTERRUPTED: its process ended; the
 *     results before stay in force
 * @param step READING, GROUPING or STORING
 * @param percent how far it is
 * @param reason DEMAND or SCHEDULE
 * @param detail of a failed one why, of a finished one what to know of its results
 * @param from where its window begins
 * @param seed of every random choice
 * @param version of the method
 * @param endpoints that were grouped
 * @param silent of them were never seen to do anything
 * @param unidentified of them have neither profile nor AD group nor device type
 * @param conversations that it rests on
 * @param edges different clients, servers and services
 * @param review members that ask for a review
 * @param inForce whether its results are those that are shown
 * @param stored whether its members are still kept
 */
public record SegmentRun(
        String id,
        String state,
        String step,
        long percent,
        String reason,
        String account,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant endedAt,
        Instant from,
        Instant to,
        long seed,
        String version,
        long endpoints,
        long silent,
        long unidentified,
        long conversations,
        long edges,
        long clusters,
        long review,
        boolean inForce,
        boolean stored) {}
