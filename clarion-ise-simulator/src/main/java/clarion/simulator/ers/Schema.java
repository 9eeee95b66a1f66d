package clarion.simulator.ers;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a resource takes, and what each may be. */
final class Schema {

    /** What a field holds. */
    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        TEXTS,
        /** Anything; checked by the resource, if at all. */
        ANY
    }

    private record Field(Kind kind, boolean mandatory, Set<String> values) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();

    /** Every resource has an id and a link, which are taken and, but for PUT since 3.5, not looked at. */
    Schema() {
        may("id", Kind.TEXT).may("link", Kind.ANY);
    }

    Schema must(String name, Kind kind) {
        fields.put(name, new Field(kind, true, Set.of()));
        return this;
    }

    Schema mustBeOneOf(String name, String... values) {
        fields.put(name, new Field(Kind.TEXT, true, Set.of(values)));
        return this;
    }

    Schema may(String name, Kind kind) {
        fields.put(name, new Field(kind, false, Set.of()));
        return this;
    }

    Schema mayBeOneOf(String name, String... values) {
        fields.put(name, new Field(Kind.TEXT, false, Set.of(values)));
        return this;
    }

    /**
     * Refuses unknown fields, wrong types and values, and, unless {@code partly}, what is mandatory and missing.
     *
     * @param also fields that are mandatory here beside those of the schema
     */
    void check(JsonObject given, boolean partly, Set<String> also) {
        given.forEach((name, value) -> {
            Field field = fields.get(name);
            if (field == null) {
                throw ErsFault.schema("Unrecognized field \"" + name + "\"; there are " + fields.keySet());
            }
            if (value != JsonValue.NULL) {
                check(name, field, value);
            }
        });
        fields.forEach((name, field) -> {
            boolean needed = also.contains(name) || field.mandatory() && !partly;
            JsonValue value = given.get(name);
            if (needed && (value == null || value == JsonValue.NULL || isBlank(value))) {
                throw ErsFault.missing(name);
            }
        });
    }

    private static boolean isBlank(JsonValue value) {
        return value instanceof JsonString text && text.getString().isBlank();
    }

    private static void check(String name, Field field, JsonValue value) {
        boolean fits = switch (field.kind()) {
            case TEXT -> value instanceof JsonString;
            case NUMBER -> value instanceof JsonNumber number && number.isIntegral();
            case FLAG -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case TEXTS -> value instanceof JsonArray array && array.stream().allMatch(one -> one instanceof JsonString);
            case ANY -> true;
        };
        if (!fits) {
            throw ErsFault.schema("Field \"" + name + "\" cannot be " + value + "; it is of type " + field.kind());
        }
        if (!field.values().isEmpty()
                && value instanceof JsonString text
                && !field.values().contains(text.getString())) {
            List<String> allowed = new ArrayList<>(field.values());
            allowed.sort(null);
            throw ErsFault.invalid("Illegal value '" + text.getString() + "' of " + name + "; allowed are " + allowed);
        }
    }
}
