package clarion.domain.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the exporters' names, in the order in which they were first met, from 0. A name is the exporter's
 * address, or what a file calls it. Thread-safe, and bounded: names beyond the bound share the number of
 * {@link #OTHERS}.
 */
public final class Exporters {

    /** The name that stands for all exporters beyond the bound. */
    public static final String OTHERS = "others";

    private final int bound;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** @param bound how many names it tells apart, at least 1 */
    public Exporters(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("at least one exporter must have a number of its own, not " + bound);
        }
        this.bound = bound;
    }

    /** The number of a name; a new one for a new name. */
    public synchronized int number(String name) {
        Integer number = numbers.get(name);
        if (number != null) {
            return number;
        }
        String kept = numbers.size() < bound ? name : OTHERS;
        return numbers.computeIfAbsent(kept, first -> {
            names.add(first);
            return names.size() - 1;
        });
    }

    /**
     * The name behind a number.
     *
     * @throws IndexOutOfBoundsException for a number that was never given
     */
    public synchronized String name(int number) {
        return names.get(number);
    }
}
