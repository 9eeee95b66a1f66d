package clarion.ejb.listing;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the request parameters that every list understands. */
final class ListParameters {

    private static final Set<String> OWN = Set.of("cursor", "filter", "limit", "q", "sort");
    private static final int MAX_SORT_KEYS = 5;

    private final ListDefinition list;
    private final Map<String, List<String>> parameters;
    private final Set<String> others;
    private final StringBuilder conditions = new StringBuilder();

    ListParameters(ListDefinition list, Map<String, List<String>> parameters, Set<String> others) {
        this.list = list;
        this.parameters = new TreeMap<>(parameters);
        if (this.parameters.getOrDefault("", List.of()).stream().allMatch(String::isEmpty)) {
            this.parameters.remove(
                    ""); // "?&limit=1": nothing before a separator is no parameter, yet some servers say so
        }
        this.others = others;
    }

    ListQuery read() {
        refuseUnknown();
        List<SortKey> order = order();
        Filter filter = filter();
        String limit = single("limit");
        return new ListQuery(
                list,
                filter,
                null,
                order,
                limit == null ? ListQuery.DEFAULT_LIMIT : limit(limit),
                limit != null,
                single("cursor"),
                true,
                conditions.toString());
    }

    private void refuseUnknown() {
        for (String name : parameters.keySet()) {
            if (!OWN.contains(name) && !others.contains(name) && !isColumn(name)) {
                Set<String> known = new TreeSet<>(OWN);
                known.addAll(others);
                known.addAll(list.filterableNames());
                throw new ClarionException(
                        ProblemType.INVALID_PARAMETER,
                        "There is no parameter '" + name + "' here. Known: " + String.join(", ", known) + ".",
                        Map.of("parameter", name, "known", List.copyOf(known)));
            }
        }
    }

    private boolean isColumn(String name) {
        return list.filterableNames().contains(name);
    }

    private @Nullable Filter filter() {
        List<Filter> parts = new ArrayList<>();
        String filter = single("filter");
        if (filter != null && !filter.isBlank()) {
            conditions.append("filter=").append(filter).append('\n');
            parts.add(FilterParser.parse(list, filter));
        }
        String q = single("q");
        if (q != null) {
            conditions.append("q=").append(q.strip()).append('\n');
            try {
                FreeText.filter(list, q).ifPresent(parts::add);
            } catch (IllegalArgumentException e) {
                throw invalid("q", e.getMessage());
            }
        }
        parameters.forEach((name, values) -> {
            if (isColumn(name) && !OWN.contains(name)) {
                parts.add(anyOf(name, values));
            }
        });
        return parts.isEmpty() ? null : Filter.all(parts);
    }

    private Filter anyOf(String name, List<String> values) {
        if (values.size() > FilterParser.MAX_COMPARISONS) {
            throw invalid(name, "at most " + FilterParser.MAX_COMPARISONS + " values can be given");
        }
        Column column = list.findFilterable(name).orElseThrow();
        List<Filter> equalities = new ArrayList<>();
        for (String value : values) {
            conditions.append(name).append('=').append(value).append('\n');
            try {
                equalities.add(Filter.compare(column, Operator.EQ, value));
            } catch (IllegalArgumentException e) {
                throw invalid(name, e.getMessage());
            }
        }
        return Filter.any(equalities);
    }

    private List<SortKey> order() {
        String sort = single("sort");
        if (sort == null || sort.isBlank()) {
            return list.order();
        }
        List<SortKey> keys = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String part : sort.split(",", -1)) {
            SortKey key = sortKey(part.strip());
            if (!seen.add(key.column().name())) {
                throw invalid("sort", "column '" + key.column().name() + "' is given twice");
            }
            keys.add(key);
        }
        if (keys.size() > MAX_SORT_KEYS) {
            throw invalid("sort", "at most " + MAX_SORT_KEYS + " columns can be sorted by");
        }
        if (!seen.contains(list.unique().name())) {
            keys.add(new SortKey(list.unique(), keys.get(keys.size() - 1).descending()));
        }
        return List.copyOf(keys);
    }

    private SortKey sortKey(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return new SortKey(
                list.findSortable(name)
                        .orElseThrow(() -> invalid(
                                "sort",
                                "there is no column '" + name + "' to sort by; there are: "
                                        + String.join(", ", list.sortableNames()))),
                descending);
    }

    private int limit(String text) {
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit >= 1 && limit <= ListQuery.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid("limit", "expected a whole number from 1 to " + ListQuery.MAX_LIMIT + ", found '" + text + "'");
    }

    private @Nullable String single(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw invalid(name, "it may be given once only");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static ClarionException invalid(String parameter, @Nullable String why) {
        return new ClarionException(
                ProblemType.INVALID_PARAMETER, "Parameter " + parameter + ": " + why, Map.of("parameter", parameter));
    }
}
