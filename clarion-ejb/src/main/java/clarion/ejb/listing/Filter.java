package clarion.ejb.listing;

import java.util.List;
import java.util.stream.Stream;

/**
 * A filter as a tree. It is two-valued: a row that lacks the attribute fails a comparison, so {@code not} and
 * {@code ne} are true of it.
 */
sealed interface Filter {

    /** The columns that it compares. */
    Stream<Column> columns();

    /** True if every part is; there are two or more. */
    record All(List<Filter> parts) implements Filter {
        @Override
        public Stream<Column> columns() {
            return parts.stream().flatMap(Filter::columns);
        }
    }

    /** True if any part is; of none it is false. */
    record Any(List<Filter> parts) implements Filter {
        @Override
        public Stream<Column> columns() {
            return parts.stream().flatMap(Filter::columns);
        }
    }

    record Not(Filter part) implements Filter {
        @Override
        public Stream<Column> columns() {
            return part.columns();
        }
    }

    /** True of a row that has a value, for text one that is not empty. */
    record Present(Column column) implements Filter {
        @Override
        public Stream<Column> columns() {
            return Stream.of(column);
        }

        @Override
        public String toString() {
            return column.name() + " pr";
        }
    }

    /** A comparison with a literal, of which {@code predicate} is the checked form. */
    record Compare(Column column, Operator operator, String operand, Predicate predicate) implements Filter {
        @Override
        public Stream<Column> columns() {
            return Stream.of(column);
        }

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
