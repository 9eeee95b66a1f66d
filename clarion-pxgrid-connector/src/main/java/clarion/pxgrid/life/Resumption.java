package clarion.pxgrid.life;

import clarion.pxgrid.Gap;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.faults.PxGridException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a topic goes on after its subscription: from the last connection, from what was saved, or from nothing. */
final class Resumption {

    private Resumption() {}

    /** Begins a feed, and opens the gap since it was last followed. */
    static <E> void begin(Link link, TopicFeed<E> feed, Source<E> source) throws PxGridException, InterruptedException {
        Topic topic = feed.topic();
        Memory.TopicMemory memory = link.memory().of(topic);
        TopicPosition from = memory.delivered();
        Instant heardAt = memory.heardAt();
        boolean repairable = source.canDownload() || source.canRecover();
        if (from == null) {
            from = feed.savedPosition();
            heardAt = from.timestamp();
            if (!from.isNone()) {
                memory.gaps.open(Gap.Cause.NOT_RUNNING, from, null, "Clarion was not running.");
            } else if (repairable) {
                memory.gaps.open(Gap.Cause.FIRST_START, from, null, "Nothing is known of this topic yet.");
            }
        } else if (!memory.gaps.isOpen() && repairable) {
            memory.gaps.open(Gap.Cause.DISCONNECTED, from, null, "The topic was not followed for a while.");
        }
        feed.begin(from, !from.isNone() && source.canRecover() && isRecent(link, from, heardAt));
    }

    /** If ISE can be expected to know all since; without numbers a session's recovery could not be checked. */
    private static boolean isRecent(Link link, TopicPosition from, @Nullable Instant heardAt) {
        return (from.sequence() != null || from.topic() != Topic.SESSIONS)
                && heardAt != null
                && heardAt.isAfter(link.clock().instant().minus(Memory.RECOVERABLE));
    }
}
