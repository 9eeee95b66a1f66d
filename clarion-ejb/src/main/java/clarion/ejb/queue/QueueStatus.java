package clarion.ejb.queue;

import org.jspecify.annotations.Nullable;

/**
 * How the queue is doing.
 *
 * @param on whether events go through it
 * @param progress how far it is stored; null while the database is away
 * @param publishing of this process; null where its role has no connector
 * @param consuming of this process; null where its role has no API
 */
public record QueueStatus(
        boolean on,
        @Nullable Progress progress,
        QueueBoard.@Nullable Publishing publishing,
        QueueBoard.@Nullable Consuming consuming) {}
