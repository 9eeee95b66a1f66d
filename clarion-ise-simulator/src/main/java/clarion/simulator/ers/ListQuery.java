package clarion.simulator.ers;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list: {@code size}, {@code page}, {@code filter}, {@code filterType}, {@code sortasc},
 * {@code sortdsc}.
 */
final class ListQuery {

    private static final int DEFAULT_SIZE = 20;
    private static final int MOST = 100;
    private static final Set<String> PARAMETERS =
            Set.of("size", "page", "filter", "filterType", "filtertype", "sort", "sortasc", "sortdsc");

    final int size;
    final int page;
    private final Fields query;
    private final Predicate<JsonObject> filter;
    private final @Nullable Comparator<JsonObject> order;

    /**
     * Reads a query.
     *
     * @param fields by which the resource can be filtered and sorted
     * @param values the value of such a field of an object
     */
    ListQuery(Fields query, Set<String> fields, BiFunction<JsonObject, String, JsonValue> values) {
        this.query = query;
        for (Fields.Field field : query) {
            if (!PARAMETERS.contains(field.getName())) {
                throw ErsFault.query("Unknown query parameter: " + field.getName());
            }
        }
        size = number("size", DEFAULT_SIZE);
        page = number("page", 1);
        if (size > MOST) {
            throw ErsFault.query("The page size is 1 to " + MOST + ", not " + size);
        }
        filter = filter(fields, values);
        order = order(fields, values);
    }

    private int number(String name, int otherwise) {
        String text = query.getValue(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw ErsFault.query(name + " must be a number from 1 on, not " + text);
        }
        return Integer.parseInt(text);
    }

    /** Those that the filter lets through, sorted. */
    List<JsonObject> select(List<JsonObject> all) {
        List<JsonObject> found = new ArrayList<>(all.stream().filter(filter).toList());
        if (order != null) {
            found.sort(order);
        }
        return found;
    }

    /** The query of another page: the same, but for the number of the page. */
    String onPage(int other) {
        StringBuilder text = new StringBuilder("?size=" + size + "&page=" + other);
        for (Fields.Field field : query) {
            if (!field.getName().equals("size") && !field.getName().equals("page")) {
                field.getValues()
                        .forEach(value -> text.append('&')
                                .append(field.getName())
                                .append('=')
                                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
            }
        }
        return text.toString();
    }

    private Predicate<JsonObject> filter(Set<String> fields, BiFunction<JsonObject, String, JsonValue> values) {
        List<Predicate<JsonObject>> conditions = new ArrayList<>();
        for (String text : query.getValuesOrEmpty("filter")) {
            conditions.add(condition(text, fields, values));
        }
        String type =
                query.getValue("filterType") == null ? query.getValue("filtertype") : query.getValue("filterType");
        if (type != null && !type.equalsIgnoreCase("or") && !type.equalsIgnoreCase("and")) {
            throw ErsFault.query("filterType is and or or, not " + type);
        }
        if (conditions.isEmpty()) {
            return object -> true;
        }
        return "or".equalsIgnoreCase(type)
                ? object -> conditions.stream().anyMatch(one -> one.test(object))
                : object -> conditions.stream().allMatch(one -> one.test(object));
    }

    private static Predicate<JsonObject> condition(
            String text, Set<String> fields, BiFunction<JsonObject, String, JsonValue> values) {
        String[] parts = text.split("\\.", 3);
        if (parts.length < 3) {
            throw ErsFault.query("The filter must be field.OPERATOR.value, not " + text);
        }
        if (!fields.contains(parts[0])) {
            throw ErsFault.query("The filter field is not supported: " + parts[0]);
        }
        String wanted = parts[2];
        Predicate<JsonValue> test = switch (parts[1].toUpperCase(Locale.ROOT)) {
            case "EQ" -> value -> plain(value).equals(wanted);
            case "NEQ" -> value -> !plain(value).equals(wanted);
            case "GT" -> value -> compare(value, wanted) > 0;
            case "LT" -> value -> compare(value, wanted) < 0;
            case "STARTSW" -> value -> plain(value).startsWith(wanted);
            case "NSTARTSW" -> value -> !plain(value).startsWith(wanted);
            case "ENDSW" -> value -> plain(value).endsWith(wanted);
            case "NENDSW" -> value -> !plain(value).endsWith(wanted);
            case "CONTAINS" -> value -> plain(value).contains(wanted);
            case "NCONTAINS" -> value -> !plain(value).contains(wanted);
            default -> throw ErsFault.query("The filter operator is incorrect");
        };
        return object -> test.test(values.apply(object, parts[0]));
    }

    private @Nullable Comparator<JsonObject> order(
            Set<String> fields, BiFunction<JsonObject, String, JsonValue> values) {
        String up = query.getValue("sortasc");
        String down = query.getValue("sortdsc");
        String by = up == null ? down : up;
        if (up != null && down != null || by != null && !fields.contains(by)) {
            throw ErsFault.query("Sort by one of " + fields + ", up or down");
        }
        if (by == null) {
            return null;
        }
        Comparator<JsonObject> order = Comparator.comparing(
                (JsonObject object) -> values.apply(object, by), (left, right) -> compare(left, plain(right)));
        return down == null ? order : order.reversed();
    }

    private static int compare(JsonValue left, String right) {
        if (left instanceof JsonNumber number && right.matches("-?[0-9]{1,15}")) {
            return number.bigDecimalValue().compareTo(new BigDecimal(right));
        }
        return plain(left).compareTo(right);
    }

    static String plain(JsonValue value) {
        return value == JsonValue.NULL ? "" : value instanceof JsonString text ? text.getString() : value.toString();
    }
}
