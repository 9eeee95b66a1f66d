package clarion.ejb.listing;

/** One key of an order. Rows without a value come last in both directions. */
public record SortKey(Column column, boolean descending) {

    public static SortKey ascending(Column column) {
        return new SortKey(column, false);
    }

    public static SortKey descending(Column column) {
        return new SortKey(column, true);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + column.name();
    }
}
