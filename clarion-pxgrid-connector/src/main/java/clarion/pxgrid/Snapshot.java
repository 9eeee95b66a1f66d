package clarion.pxgrid;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bulk download of a topic.
 *
 * @param id tells it from other downloads
 * @param topic of what
 * @param reason why it is made
 * @param startedAt when it was asked for, after the subscription was in place; Clarion's clock
 * @param complete the newest ISE time up to which the stored picture was complete when the download began, or null when
 *     it was not: a download that finds something older than this to repair has found a mistake
 */
public record Snapshot(
        UUID id,
        Topic topic,
        Reason reason,
        Instant startedAt,
        @Nullable Instant complete) {

    /** Why a bulk download is made. */
    public enum Reason {
        FIRST_START,
        /** To close a gap that a recovery could not close. */
        GAP,
        /** By the clock, to prove that nothing is missing. */
        SCHEDULED,
        /** An operator asked. */
        REQUESTED
    }
}
