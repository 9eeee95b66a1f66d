package clarion.domain.flows.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Data sets of one exporter that came before their templates; the oldest go where there is no room. */
final class PendingSets {

    /** What a set takes beside its octets. */
    private static final int OVERHEAD = 96;

    /** Each template that is announced looks through all that wait. */
    private static final int MOST = 512;

    /** A set as it came, with what its packet's header said. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pending(
            DomainState domain,
            int template,
            byte[] data,
            long exportMillis,
            boolean hasUptime,
            int uptime,
            long arrival) {

        int cost() {
            return data.length + OVERHEAD;
        }
    }

    private final int bound;
    private final long wait;
    private final Budget budget;
    private final Deque<Pending> sets = new ArrayDeque<>();
    private int taken;
    private long dropped;

    PendingSets(DecoderLimits limits, Budget budget) {
        this.bound = limits.pendingBytes();
        this.wait = limits.pendingWait().toMillis();
        this.budget = budget;
    }

    /** Keeps a set, or counts it as dropped. */
    void add(DomainState domain, int template, byte[] packet, int from, int to, PacketContext context) {
        int cost = to - from + OVERHEAD;
        if (cost > bound) {
            dropped++;
            return;
        }
        while (taken + cost > bound || sets.size() >= MOST) {
            dropOldest();
        }
        while (!budget.take(cost)) {
            if (sets.isEmpty()) {
                dropped++;
                return;
            }
            dropOldest();
        }
        taken += cost;
        sets.add(new Pending(
                domain,
                template,
                Arrays.copyOfRange(packet, from, to),
                context.exportMillis,
                context.hasUptime,
                context.uptime,
                context.arrivalMillis));
    }

    /** Takes out the sets of a template, in the order in which they came. */
    List<Pending> take(DomainState domain, int template) {
        if (sets.isEmpty()) {
            return List.of();
        }
        List<Pending> found = new ArrayList<>();
        for (Iterator<Pending> each = sets.iterator(); each.hasNext(); ) {
            Pending set = each.next();
            if (set.domain == domain && set.template == template) {
                each.remove();
                release(set);
                found.add(set);
            }
        }
        return found;
    }

    /** Drops what has waited too long. */
    void expire(long now) {
        while (!sets.isEmpty() && now - sets.getFirst().arrival > wait) {
            dropOldest();
        }
    }

    /** Drops all of a domain that is forgotten. */
    void forget(DomainState domain) {
        for (Iterator<Pending> each = sets.iterator(); each.hasNext(); ) {
            Pending set = each.next();
            if (set.domain == domain) {
                each.remove();
                release(set);
                dropped++;
            }
        }
    }

    void clear() {
        while (!sets.isEmpty()) {
            dropOldest();
        }
    }

    int waiting() {
        return sets.size();
    }

    /** How many sets were never read. */
    long dropped() {
        return dropped;
    }

    private void dropOldest() {
        release(sets.removeFirst());
        dropped++;
    }

    private void release(Pending set) {
        taken -= set.cost();
        budget.giveBack(set.cost());
    }
}
