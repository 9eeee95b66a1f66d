package clarion.web.listing;

import clarion.ejb.listing.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list on the wire.
 *
 * @param items in the order of the request
 * @param nextCursor the {@code cursor} of the next page; absent on the last one
 * @param total rows that match on all pages
 * @param totalExact false if there are more than about 50,000 and {@code total} is PostgreSQL's estimate
 */
public record ListView<T>(List<T> items, @Nullable String nextCursor, long total, boolean totalExact) {

    /** The page, which must have been counted. */
    public static <T> ListView<T> of(Page<T> page) {
        Page.Total total = page.total().orElseThrow();
        return new ListView<>(page.items(), page.next().orElse(null), total.rows(), total.exact());
    }
}
