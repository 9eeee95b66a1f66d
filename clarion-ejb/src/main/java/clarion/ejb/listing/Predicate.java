package clarion.ejb.listing;

import java.util.List;
import java.util.Locale;

/** A condition on one expression, checked and ready to become SQL. NULL makes it NULL, never true. */
@FunctionalInterface
interface Predicate {

    void append(Sql sql, String expression);

    /** Whether few values are likely to meet the condition, so that an index is worth asking. */
    default boolean selective() {
        return true;
    }

    /** A condition that very many values are likely to meet. */
    static Predicate ofMany(Predicate predicate) {
        return new Predicate() {
            @Override
            public void append(Sql sql, String expression) {
                predicate.append(sql, expression);
            }

            @Override
            public boolean selective() {
                return false;
            }
        };
    }

    /**
     * The condition for an operator and its operand.
     *
     * @param operator any but {@code ne} and {@code pr}, which are built from others
     * @throws IllegalArgumentException if the operand does not fit the type; the message says why
     */
    static Predicate of(ColumnType type, Operator operator, String operand) {
        return switch (type) {
            case TEXT -> text(operator, Operands.text(operand));
            case MAC -> mac(operator, operand);
            case IP -> ip(operator, operand);
            case INTEGER -> ordered(type, operator, Operands.integer(operand));
            case INSTANT -> ordered(type, operator, Operands.instant(operand));
            case BOOLEAN -> {
                if (operator != Operator.EQ) {
                    throw notDefined(type, operator);
                }
                yield ordered(type, operator, Operands.bool(operand));
            }
        };
    }

    private static Predicate text(Operator operator, String operand) {
        if (operator.isPartial()) {
            String pattern = Operands.pattern(operator, operand);
            return (sql, x) -> sql.add("lower(" + x + ") COLLATE \"C\" LIKE lower(?)", pattern);
        }
        return (sql, x) -> sql.add("lower(" + x + ") COLLATE \"C\" " + operator.sql() + " lower(?)", operand);
    }

    private static Predicate mac(Operator operator, String operand) {
        if (operator == Operator.SW) {
            String prefix = Operands.macPart(operand);
            String low = prefix + "0".repeat(12 - prefix.length());
            String high = prefix + "f".repeat(12 - prefix.length());
            return (sql, x) -> sql.add(x + " BETWEEN ?::macaddr AND ?::macaddr", low, high);
        }
        if (operator.isPartial()) {
            String pattern = Operands.pattern(operator, Operands.macPart(operand));
            return (sql, x) -> sql.add("replace(" + x + "::text, ':', '') LIKE ?", pattern);
        }
        return ordered(ColumnType.MAC, operator, Operands.mac(operand));
    }

    private static Predicate ip(Operator operator, String operand) {
        List<String> ranges = operator == Operator.SW ? AddressPrefix.ranges(operand) : List.of();
        if (!ranges.isEmpty()) {
            String range = " BETWEEN ?::inet AND ?::inet";
            return ofMany((sql, x) -> {
                for (int i = 0; i < ranges.size(); i += 2) {
                    sql.add((i == 0 ? "(" : " OR ") + x + range, ranges.get(i), ranges.get(i + 1));
                }
                sql.add(")");
            });
        }
        if (operator.isPartial()) {
            String pattern = Operands.pattern(operator, Operands.text(operand).toLowerCase(Locale.ROOT));
            return ofMany((sql, x) -> sql.add("host(" + x + ") LIKE ?", pattern));
        }
        if (operator == Operator.EQ) {
            Network network = Network.parse(operand);
            if (network.isOneAddress()) {
                return (sql, x) -> sql.add(x + " = ?::inet", network.first());
            }
            Predicate within = (sql, x) -> sql.add(x + " BETWEEN ?::inet AND ?::inet", network.first(), network.last());
            return network.isOneSubnet() ? within : ofMany(within);
        }
        return ofMany(ordered(ColumnType.IP, operator, Operands.ip(operand)));
    }

    private static Predicate ordered(ColumnType type, Operator operator, Object operand) {
        if (operator.isPartial()) {
            throw notDefined(type, operator);
        }
        return (sql, x) -> sql.add(x + " " + operator.sql() + " " + type.placeholder(), operand);
    }

    private static IllegalArgumentException notDefined(ColumnType type, Operator operator) {
        return new IllegalArgumentException("'" + operator + "' is not defined for a " + type.words());
    }
}
