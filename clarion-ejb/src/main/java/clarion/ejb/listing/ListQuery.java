package clarion.ejb.listing;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked request for a page of a list. It is made from request parameters by {@link #parse} and narrowed by the
 * services.
 *
 * @param list what is asked
 * @param filter all conditions of the caller
 * @param scope what the resource restricts the list to
 * @param order complete: the last key is unique
 * @param limit rows of the page
 * @param limitGiven the caller said the limit; if not, an export has none
 * @param cursor the place to begin after, as the caller gave it
 * @param counted the page carries a total
 * @param conditions text of filter and free text, for the cursor's fingerprint
 */
public record ListQuery(
        ListDefinition list,
        @Nullable Filter filter,
        @Nullable Scope scope,
        List<SortKey> order,
        int limit,
        boolean limitGiven,
        @Nullable String cursor,
        boolean counted,
        String conditions) {

    /** Rows of a page if the caller does not say. */
    public static final int DEFAULT_LIMIT = 100;
    /** Most rows of a page. */
    public static final int MAX_LIMIT = 1000;

    /** Everything in the default order. */
    public static ListQuery of(ListDefinition list) {
        return parse(list, Map.of(), Set.of());
    }

    /** Rows that match a free text, none for a blank one; without a total. */
    public static ListQuery search(ListDefinition list, String text, String sort, int limit) {
        ListQuery query = parse(list, Map.of("q", List.of(text), "sort", List.of(sort)), Set.of());
        return query.page(null, limit);
    }

    /**
     * Reads the parameters of a request: {@code limit}, {@code cursor}, {@code sort}, {@code q}, {@code filter}, and
     * the name of any filterable column for equality, repeated for "one of".
     *
     * @param others parameters that the caller reads itself
     * @throws clarion.domain.ClarionException of type INVALID_PARAMETER, INVALID_FILTER or INVALID_CURSOR
     */
    public static ListQuery parse(ListDefinition list, Map<String, List<String>> parameters, Set<String> others) {
        return new ListParameters(list, parameters, others).read();
    }

    /** The same query within one resource. */
    public ListQuery within(Scope narrower) {
        return new ListQuery(list, filter, narrower, order, limit, limitGiven, cursor, counted, conditions);
    }

    /** Another page of the same query, without a total; the limit may exceed {@link #MAX_LIMIT}. */
    public ListQuery page(@Nullable String after, int rows) {
        return new ListQuery(list, filter, scope, order, rows, limitGiven, after, false, conditions);
    }

    /** How many rows an export may have; empty for all. */
    public OptionalInt exportLimit() {
        return limitGiven ? OptionalInt.of(limit) : OptionalInt.empty();
    }
}
