package clarion.web.listing;

import clarion.ejb.listing.Facets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the matching rows are spread.
 *
 * @param facets by column: the most frequent values, at most 20
 * @param missing by column: rows without a value, where there are any
 * @param total matching rows, exact
 */
public record FacetsView(Map<String, List<Count>> facets, Map<String, Long> missing, long total) {

    public record Count(String value, long count) {}

    public static FacetsView of(Facets facets) {
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        facets.facets()
                .forEach((column, values) -> counts.put(
                        column,
                        values.stream()
                                .map(value -> new Count(value.value(), value.count()))
                                .toList()));
        return new FacetsView(counts, facets.missing(), facets.total());
    }
}
