package clarion.ejb.listing;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes random filters together with what they mean, written down without the engine. */
record FilterOracle(String filter, Predicate<Thing> meaning) {

    static FilterOracle random(Random random, int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 2) {
            FilterOracle a = random(random, depth - 1);
            FilterOracle b = random(random, depth - 1);
            return new FilterOracle("(" + a.filter + " and " + b.filter + ")", a.meaning.and(b.meaning));
        }
        if (kind < 4) {
            FilterOracle a = random(random, depth - 1);
            FilterOracle b = random(random, depth - 1);
            return new FilterOracle("(" + a.filter + " or " + b.filter + ")", a.meaning.or(b.meaning));
        }
        if (kind < 6) {
            FilterOracle a = random(random, depth - 1);
            return new FilterOracle("not (" + a.filter + ")", a.meaning.negate());
        }
        return comparison(random);
    }

    private static FilterOracle comparison(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> text(random, "name", Thing::name);
            case 1 -> text(random, "kind", Thing::kind);
            case 2 -> ordered(random, "n", Thing::n, random.nextLong(-2, 3), String::valueOf);
            case 3 -> ordered(random, "rank", Thing::rank, random.nextLong(0, 3), String::valueOf);
            case 4 -> ordered(random, "at", Thing::at, Thing.at(random), Instant::toString);
            case 5 -> ordered(random, "mac", Thing::mac, Thing.mac(random), MacAddress::toString);
            case 6 -> address(random, "ip", thing -> thing.ip() == null ? List.of() : List.of(thing.ip()));
            case 7 -> address(random, "addresses", Thing::addresses);
            case 8 -> address(random, "anyIp", Thing::everyAddress);
            default -> flag(random);
        };
    }

    private static FilterOracle flag(Random random) {
        boolean value = random.nextBoolean();
        boolean ne = random.nextBoolean();
        return new FilterOracle(
                "flag " + (ne ? "ne " : "eq ") + value, thing -> Objects.equals(thing.flag(), value) != ne);
    }

    private static FilterOracle text(Random random, String column, Function<Thing, @Nullable String> of) {
        String literal = Thing.NAMES.get(random.nextInt(Thing.NAMES.size()));
        String operand = literal.isEmpty() ? "" : literal.substring(random.nextInt(literal.length()));
        String lower = operand.toLowerCase(Locale.ROOT);
        String quoted = '"' + operand.replace("\\", "\\\\") + '"';
        return switch (random.nextInt(5)) {
            case 0 -> new FilterOracle(column + " co " + quoted, folded(of, value -> value.contains(lower)));
            case 1 -> new FilterOracle(column + " sw " + quoted, folded(of, value -> value.startsWith(lower)));
            case 2 -> new FilterOracle(column + " ew " + quoted, folded(of, value -> value.endsWith(lower)));
            case 3 -> new FilterOracle(column + " pr", folded(of, value -> !value.isEmpty()));
            default ->
                ordered(
                        random,
                        column,
                        thing -> {
                            String value = of.apply(thing);
                            return value == null ? null : new Thing.Folded(value);
                        },
                        new Thing.Folded(operand),
                        folded -> quoted);
        };
    }

    private static Predicate<Thing> folded(Function<Thing, @Nullable String> of, Predicate<String> test) {
        return thing -> {
            String value = of.apply(thing);
            return value != null && test.test(value.toLowerCase(Locale.ROOT));
        };
    }

    private static <T extends Comparable<T>> FilterOracle ordered(
            Random random, String column, Function<Thing, @Nullable T> of, T operand, Function<T, String> literal) {
        String operator = List.of("eq", "ne", "gt", "ge", "lt", "le").get(random.nextInt(6));
        return new FilterOracle(column + " " + operator + " " + literal.apply(operand), thing -> {
            T value = of.apply(thing);
            return value == null ? operator.equals("ne") : holds(operator, value.compareTo(operand));
        });
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static FilterOracle address(Random random, String column, Function<Thing, List<IpAddress>> of) {
        IpAddress operand = Thing.ip(random);
        return switch (random.nextInt(7)) {
            case 0 ->
                new FilterOracle(
                        column + " eq 10.1.0.0/16",
                        thing -> of.apply(thing).stream()
                                .anyMatch(ip -> ip.toString().startsWith("10.1.")));
            case 1 ->
                new FilterOracle(
                        column + " sw \"10.0.0.1\"",
                        thing -> of.apply(thing).stream()
                                .anyMatch(ip -> ip.toString().startsWith("10.0.0.1")));
            case 2 ->
                new FilterOracle(
                        column + " gt " + operand,
                        thing -> of.apply(thing).stream().anyMatch(ip -> ip.compareTo(operand) > 0));
            case 3 ->
                new FilterOracle(
                        column + " ne " + operand, thing -> !of.apply(thing).contains(operand));
            case 4 ->
                new FilterOracle(
                        column + " eq 10.0.0.8/30",
                        thing -> of.apply(thing).stream()
                                .anyMatch(ip -> ip.toString().matches("10\\.0\\.0\\.([89]|1[01])")));
            case 5 -> new FilterOracle(column + " pr", thing -> !of.apply(thing).isEmpty());
            default ->
                new FilterOracle(
                        column + " eq \"" + operand + "\"",
                        thing -> of.apply(thing).contains(operand));
        };
    }
}
