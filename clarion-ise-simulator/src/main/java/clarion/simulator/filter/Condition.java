package clarion.simulator.filter;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** A parsed JMESPath expression. */
interface Condition {

    /** What it says about a record; JSON null for what is not there. */
    JsonValue value(JsonObject item);

    /** Whether it holds: JMESPath's truth, by which null, false and all that is empty are not. */
    default boolean test(JsonObject item) {
        return truth(value(item));
    }

    static boolean truth(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL, FALSE -> false;
            case STRING -> !((JsonString) value).getString().isEmpty();
            case ARRAY -> !value.asJsonArray().isEmpty();
            case OBJECT -> !value.asJsonObject().isEmpty();
            case TRUE, NUMBER -> true;
        };
    }

    static JsonValue of(boolean truth) {
        return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }

    /** A comparison; only equality is defined for what are no numbers. */
    static Condition compare(Condition left, String operator, Condition right) {
        return item -> {
            JsonValue a = left.value(item);
            JsonValue b = right.value(item);
            return switch (operator) {
                case "==" -> of(a.equals(b));
                case "!=" -> of(!a.equals(b));
                default -> {
                    if (!(a instanceof jakarta.json.JsonNumber x) || !(b instanceof jakarta.json.JsonNumber y)) {
                        yield JsonValue.NULL;
                    }
                    int order = x.bigDecimalValue().compareTo(y.bigDecimalValue());
                    yield of(
                            switch (operator) {
                                case "<" -> order < 0;
                                case "<=" -> order <= 0;
                                case ">" -> order > 0;
                                default -> order >= 0;
                            });
                }
            };
        };
    }

    /** contains, starts_with and ends_with. */
    static Condition call(String function, List<Condition> arguments) {
        Condition first = arguments.get(0);
        Condition second = arguments.get(1);
        return item -> {
            JsonValue in = first.value(item);
            JsonValue what = second.value(item);
            if (function.equals("contains") && in.getValueType() == JsonValue.ValueType.ARRAY) {
                return of(in.asJsonArray().contains(what));
            }
            if (!(in instanceof JsonString text) || !(what instanceof JsonString part)) {
                return JsonValue.FALSE;
            }
            return of(
                    switch (function) {
                        case "contains" -> text.getString().contains(part.getString());
                        case "starts_with" -> text.getString().startsWith(part.getString());
                        default -> text.getString().endsWith(part.getString());
                    });
        };
    }
}
