package clarion.ejb.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The comparisons of RFC 7644 table 3; {@code ne} is the negation of {@code eq} and {@code pr} has no operand. */
public enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE,
    PR;

    static final String KNOWN = Arrays.stream(values()).map(Operator::toString).collect(Collectors.joining(", "));

    static Optional<Operator> find(String text) {
        return Arrays.stream(values())
                .filter(operator -> operator.toString().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** True for the operators that look at a part of the text. */
    boolean isPartial() {
        return this == CO || this == SW || this == EW;
    }

    /** True for the operators that need an order. */
    boolean isOrdering() {
        return this == GT || this == GE || this == LT || this == LE;
    }

    String sql() {
        return switch (this) {
            case EQ -> "=";
            case GT -> ">";
            case GE -> ">=";
            case LT -> "<";
            case LE -> "<=";
            default -> throw new IllegalStateException(this + " has no SQL operator");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
