package clarion.simulator.ers;

import java.util.ArrayList;
import java.util.List;

/**
 * Where edits of the matrix wait while changes have to be approved: the production matrix, which ERS reads, stays as it
 * is until an approver deploys them. (How ERS shows the staging matrix is not published; here it does not.)
 * Thread-safe.
 */
final class Staging {

    private final ErsSettings settings;
    private final List<Runnable> edits = new ArrayList<>();

    Staging(ErsSettings settings) {
        this.settings = settings;
    }

    /** Makes an edit, now or once it is approved. */
    synchronized void edit(Runnable change) {
        if (settings.approval()) {
            edits.add(change);
        } else {
            change.run();
        }
    }

    synchronized int waiting() {
        return edits.size();
    }

    /** Brings every edit into the production matrix, in their order. */
    synchronized int deploy() {
        int count = edits.size();
        edits.forEach(Runnable::run);
        edits.clear();
        return count;
    }

    /** Forgets every edit. */
    synchronized int discard() {
        int count = edits.size();
        edits.clear();
        return count;
    }
}
