package clarion.ejb.listing;

import java.util.List;
import java.util.Map;

/**
 * How the matching rows are spread over the values of some columns.
 *
 * @param facets by column name, as asked: the most frequent values first, at most {@link #MOST_VALUES}
 * @param missing by column name: rows without a value
 * @param total matching rows, exact
 */
public record Facets(Map<String, List<Count>> facets, Map<String, Long> missing, long total) {

    /** Values that are told of each column. */
    public static final int MOST_VALUES = 20;

    /**
     * @param value as text
     * @param count matching rows that have it
     */
    public record Count(String value, long count) {}
}
