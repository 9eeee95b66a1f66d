package clarion.simulator.campus;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is going to happen to visits, by the step at which it is due; in order of planning within a step. */
final class Agenda {

    /** What comes next in a visit. */
    enum Stage {
        AUTHENTICATING,
        AUTHENTICATED,
        STARTED,
        USER_LOGS_ON,
        POSTURED,
        GUEST_LOGS_ON,
        PROFILED,
        IPV6,
        RELEASED
    }

    record Entry(long step, long order, Visit visit, Stage stage) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::step).thenComparingLong(Entry::order));
    private long orders;

    void plan(long step, Visit visit, Stage stage) {
        entries.add(new Entry(step, orders++, visit, stage));
    }

    /** Takes out what is due, or null if nothing is. */
    @Nullable
    Entry due(long step) {
        Entry first = entries.peek();
        return first == null || first.step() > step ? null : entries.poll();
    }
}
