package clarion.ejb.listing;

import java.util.List;

/**
 * A filter as a tree. It is two-valued: a row that lacks the attribute fails a comparison, so {@code not} and
 * {@code ne} are true of it.
 */
sealed interface Filter {

    /** True if every part is; there are two or more. */
    record All(List<Filter> parts) implements Filter {}

    /** True if any part is; of none it is false. */
    record Any(List<Filter> parts) implements Filter {}

    record Not(Filter part) implements Filter {}

    /** True of a row that has a value, for text one that is not empty. */
    record Present(Column column) implements Filter {
        @Override
        public String toString() {
            return column.name() + " pr";
        }
    }

    /** A comparison with a literal, of which {@code predicate} is the checked form. */
    record Compare(Column column, Operator operator, String operand, Predicate predicate) implements Filter {
        @Override
        public String toString() {
            return column.name() + " " + operator + " '" + operand + "'";
        }
    }

    /**
     * A comparison or, for {@code ne}, a negated one.
     *
     * @throws IllegalArgumentException if the column cannot be compared in this way
     */
    static Filter compare(Column column, Operator operator, String operand) {
        if (operator == Operator.NE) {
            return new Not(compare(column, Operator.EQ, operand));
        }
        return new Compare(column, operator, operand, Predicate.of(column.type(), operator, operand));
    }

    static Filter all(List<Filter> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
    }

    static Filter any(List<Filter> parts) {
        return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
    }
}
