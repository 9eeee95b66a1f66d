package clarion.ejb.audit;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the state before or after a change into JSON. Text under a name that sounds like a secret is left out. */
final class AuditDocument {

    static final String WITHHELD = "(not recorded)";

    private static final Pattern SECRET =
            Pattern.compile("password|passphrase|secret|token$|hash|csrf|credential|key$");

    private AuditDocument() {}

    static @Nullable String toJson(@Nullable Map<String, ?> state) {
        return state == null ? null : valueOf(state).toString();
    }

    private static JsonValue valueOf(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return Json.createValue(number);
        } else if (value instanceof Collection<?> many) {
            var array = Json.createArrayBuilder();
            many.forEach(one -> array.add(valueOf(one)));
            return array.build();
        } else if (value instanceof Map<?, ?> members) {
            var object = Json.createObjectBuilder();
            members.forEach((key, member) -> {
                String name = String.valueOf(key);
                if (member != null) {
                    object.add(name, isSecret(name, member) ? Json.createValue(WITHHELD) : valueOf(member));
                }
            });
            return object.build();
        }
        return Json.createValue(value.toString());
    }

    private static boolean isSecret(String name, Object member) {
        return member instanceof CharSequence
                && SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
