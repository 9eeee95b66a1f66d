package clarion.web.connectors;

import clarion.ejb.queue.Progress;
import clarion.ejb.queue.QueueBoard;
import clarion.ejb.queue.QueueStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message queue on the wire.
 *
 * @param on whether events go through it; false means straight to the database
 * @param progress how far it is stored; absent while it is off or the database is away
 * @param publishing what this process has put into it; absent where its role has no connector
 * @param consuming what this process does about storing; absent where its role has no API
 */
public record QueueView(
        boolean on,
        @Nullable ProgressView progress,
        QueueBoard.@Nullable Publishing publishing,
        QueueBoard.@Nullable Consuming consuming) {

    /**
     * How far the stream is stored, whichever process did it.
     *
     * @param offset of the last entry that is stored; -1 before the first
     * @param term of the latest leader that was seen in the stream
     * @param publishedAt when the last entry was written
     * @param storedAt when it was stored
     * @param stored entries since the database was made
     * @param repeated entries that were in the stream twice, and were stored once
     * @param refused entries of leaders that had been replaced
     */
    public record ProgressView(
            long offset,
            long term,
            @Nullable Instant publishedAt,
            @Nullable Instant storedAt,
            long stored,
            long repeated,
            long refused) {

        static ProgressView of(Progress progress) {
            return new ProgressView(
                    progress.offset(),
                    progress.term(),
                    progress.publishedAt(),
                    progress.storedAt(),
                    progress.stored(),
                    progress.repeated(),
                    progress.refused());
        }
    }

    static QueueView of(QueueStatus status) {
        Progress progress = status.progress();
        return new QueueView(
                status.on(),
                progress == null ? null : ProgressView.of(progress),
                status.publishing(),
                status.consuming());
    }
}
