package clarion.pxgrid.life;

import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of all downloadable topics that was asked for; one at a time, and kept until each topic was compared.
 */
final class Reconciliation {

    private final Set<Topic> pending = EnumSet.noneOf(Topic.class);
    private Snapshot.Reason reason = Snapshot.Reason.REQUESTED;

    /** Asks for a comparison; false if one is under way, which then serves for this one too. */
    synchronized boolean request(Snapshot.Reason why) {
        if (!pending.isEmpty()) {
            return false;
        }
        reason = why;
        Arrays.stream(Topic.values()).filter(Topic::isDownloadable).forEach(pending::add);
        return true;
    }

    /** Why a topic is to be compared now, or null if it is not. */
    synchronized Snapshot.@Nullable Reason dueFor(Topic topic) {
        return pending.contains(topic) ? reason : null;
    }

    /** A topic was compared, or cannot be. */
    synchronized void done(Topic topic) {
        pending.remove(topic);
    }

    synchronized boolean isRunning() {
        return !pending.isEmpty();
    }
}
