package clarion.ejb.queue.wire;

import java.time.Instant;

/**
 * An entry of the stream.
 *
 * @param format of the body; {@value #FORMAT} is this release's
 * @param stream which stream it was written for, by the name that its first writer gave it
 * @param term number of its writer's term
 * @param sequence number within the term, from 1; the same number means the same entry, written twice
 * @param kind {@link Kind#word}
 * @param positions how far every topic is in the stream, this entry included; JSON
 * @param publishedAt the writer's clock
 * @param body JSON, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares entries
public record QueueMessage(
        int format,
        String stream,
        long term,
        long sequence,
        String kind,
        String positions,
        Instant publishedAt,
        byte[] body) {

    /** What this release writes and reads. */
    public static final int FORMAT = 1;
}
