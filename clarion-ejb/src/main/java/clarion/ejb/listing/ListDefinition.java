package clarion.ejb.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list offers; all SQL in it is trusted constant text.
 *
 * @param name plural, as in the path
 * @param from the FROM clause without the keyword; joins must not multiply rows
 * @param columns what is selected, in the order of the CSV
 * @param order the default order; its last key must be unique and never change, so that pages stay stable
 * @param searched the columns that free text looks at; one that is not filterable is made for this: text in lower case
 *     that ends with the digits of a MAC address or as many dashes
 * @param detail further joins that neither add rows nor take any away, for columns that few queries search by
 */
public record ListDefinition(
        String name, String from, List<Column> columns, List<SortKey> order, List<Column> searched, Detail detail) {

    /**
     * Joins that a search does without unless it filters or sorts by one of their columns. PostgreSQL can leave out an
     * outer join too, but then does not read the other table from an index alone.
     *
     * @param join SQL after the FROM clause
     * @param columns the names of the columns that need it
     */
    public record Detail(String join, Set<String> columns) {
        static final Detail NONE = new Detail("", Set.of());
    }

    public ListDefinition {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
        searched = List.copyOf(searched);
        if (order.isEmpty() || order.get(order.size() - 1).column().nullable()) {
            throw new IllegalArgumentException(name + " needs an order that ends with a unique column");
        }
    }

    /** A list without further joins. */
    public ListDefinition(String name, String from, List<Column> columns, List<SortKey> order, List<Column> searched) {
        this(name, from, columns, order, searched, Detail.NONE);
    }

    /** The list with a further join for the named columns. */
    public ListDefinition joining(String join, String... names) {
        named(columns, names);
        return new ListDefinition(name, from, columns, order, searched, new Detail(join, Set.of(names)));
    }

    /** The list with further columns, which free text does not look at. */
    ListDefinition with(List<Column> further) {
        List<Column> wider = new ArrayList<>(columns);
        wider.addAll(further);
        return new ListDefinition(name, from, wider, order, List.of(), detail);
    }

    /** The FROM clause that a search by these columns needs. */
    String from(Collection<Column> used) {
        return used.stream().anyMatch(column -> detail.columns().contains(column.name())) ? everything() : from;
    }

    /** The FROM clause with all joins. */
    String everything() {
        return from + detail.join();
    }

    /** The column that tells any two rows apart. */
    Column unique() {
        return order.get(order.size() - 1).column();
    }

    /** The column by name, in any case (RFC 7644: attribute names are case insensitive). */
    Optional<Column> find(String column) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(column)).findFirst();
    }

    Optional<Column> findFilterable(String column) {
        return find(column).filter(Column::filterable);
    }

    Optional<Column> findSortable(String column) {
        return find(column).filter(Column::sortable);
    }

    Optional<Column> findFacet(String column) {
        return find(column).filter(Column::facet);
    }

    List<String> filterableNames() {
        return columns.stream().filter(Column::filterable).map(Column::name).toList();
    }

    List<String> sortableNames() {
        return columns.stream().filter(Column::sortable).map(Column::name).toList();
    }

    List<String> facetNames() {
        return columns.stream().filter(Column::facet).map(Column::name).toList();
    }

    /** The columns of these names, for {@link #searched}. */
    public static List<Column> named(List<Column> columns, String... names) {
        return Arrays.stream(names)
                .map(name -> columns.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no column " + name)))
                .toList();
    }
}
