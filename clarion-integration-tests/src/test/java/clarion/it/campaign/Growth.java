package clarion.it.campaign;

import clarion.it.harness.MicroServer.Footprint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one process holds of the machine, round by round. The first two rounds of a process are its warm-up and set the
 * measure; what the last two both hold above it has grown. One round may be caught at a bad moment, two may not.
 */
final class Growth {

    private static final long THREADS = 15;
    private static final long FILES = 25;
    private static final long HEAP = 8L << 20;

    private final List<Footprint> rounds = new ArrayList<>();

    void note(Footprint footprint) {
        rounds.add(footprint);
    }

    int rounds() {
        return rounds.size();
    }

    /** True if there are enough rounds to tell. */
    boolean canTell() {
        return rounds.size() >= 4;
    }

    /** One line for each thing that has grown; empty if none has, or if it is too early to tell. */
    List<String> faults() {
        if (!canTell()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        check("threads", THREADS, Footprint::threads, faults);
        check("open files", FILES, Footprint::files, faults);
        check("octets of heap after a collection", HEAP, Footprint::heap, faults);
        return faults;
    }

    private void check(String what, long most, ToLongFunction<Footprint> of, List<String> faults) {
        long first = Math.max(of.applyAsLong(rounds.get(0)), of.applyAsLong(rounds.get(1)));
        long last =
                Math.min(of.applyAsLong(rounds.get(rounds.size() - 2)), of.applyAsLong(rounds.get(rounds.size() - 1)));
        if (last > first + most) {
            faults.add(what + ": from " + first + " to " + last + " in " + rounds.size() + " rounds");
        }
    }

    @Override
    public String toString() {
        return rounds.isEmpty()
                ? "not measured"
                : rounds.size() + " rounds, first " + rounds.get(0) + ", last " + rounds.get(rounds.size() - 1);
    }
}
