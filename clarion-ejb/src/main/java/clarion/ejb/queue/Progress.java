package clarion.ejb.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the stream is stored.
 *
 * @param stream which stream; null before the first entry
 * @param offset of the last entry that is stored or passed over; -1 before the first
 * @param term of the latest leader that was seen in the stream
 * @param sequence the latest number that it gave
 * @param refuseBelow entries of earlier terms are void: a later leader has stored events without the queue
 * @param publishedAt when the last entry was written; its writer's clock
 * @param storedAt when it was stored
 * @param stored entries since the database was made
 * @param repeated entries that were in the stream twice, and were stored once
 * @param refused entries of leaders that had been replaced
 */
public record Progress(
        @Nullable String stream,
        long offset,
        long term,
        long sequence,
        long refuseBelow,
        @Nullable Instant publishedAt,
        @Nullable Instant storedAt,
        long stored,
        long repeated,
        long refused) {

    /** True if an entry is one of this stream that was dealt with before. */
    boolean hasPassed(String itsStream, long itsOffset) {
        return itsStream.equals(stream) && itsOffset <= offset;
    }

    /** The same on another stream: all of it is still to come. */
    Progress on(String itsStream) {
        return itsStream.equals(stream)
                ? this
                : new Progress(itsStream, -1, 0, 0, refuseBelow, publishedAt, storedAt, stored, repeated, refused);
    }

    /** The oldest term whose entries count. */
    long oldestTerm() {
        return Math.max(term, refuseBelow);
    }
}
