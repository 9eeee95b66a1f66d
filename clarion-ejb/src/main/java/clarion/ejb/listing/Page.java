package clarion.ejb.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items in the order of the query
 * @param next the cursor of the page after this one; empty on the last page
 * @param total all rows that match, on every page; empty if the query did not ask
 */
public record Page<T>(List<T> items, Optional<String> next, Optional<Total> total) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * How many rows match.
     *
     * @param exact false if the number is PostgreSQL's estimate
     */
    public record Total(long rows, boolean exact) {}

    /** The same page of other things. */
    public <U> Page<U> map(Function<? super T, ? extends U> mapper) {
        return new Page<>(items.stream().<U>map(mapper).toList(), next, total);
    }
}
