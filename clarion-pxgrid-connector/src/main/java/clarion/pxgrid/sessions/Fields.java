package clarion.pxgrid.sessions;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Strict access to the fields of one JSON object; every complaint names the field and the value. */
final class Fields {

    private final JsonObject object;

    Fields(JsonObject object) {
        this.object = object;
    }

    /**
     * A text field; null if it is missing, null or blank.
     *
     * @throws IllegalArgumentException if it is not text, or text that no database can hold
     */
    @Nullable
    String text(String name) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString string)) {
            throw new IllegalArgumentException(name + ": expected text, not " + excerpt(value));
        }
        String text = storable(name, string.getString()).strip();
        return text.isEmpty() ? null : text;
    }

    /** A list of texts, blanks left out; empty if it is missing or null. */
    List<String> texts(String name) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw new IllegalArgumentException(name + ": expected a list, not " + excerpt(value));
        }
        List<String> texts = new ArrayList<>(array.size());
        for (JsonValue element : array) {
            if (!(element instanceof JsonString string)) {
                throw new IllegalArgumentException(name + ": expected a list of texts, not " + excerpt(value));
            }
            String text = storable(name, string.getString()).strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Every other field as text: scalars as they are, lists joined by commas, objects as JSON. */
    SortedMap<String, String> others(Set<String> known) {
        SortedMap<String, String> others = new TreeMap<>();
        for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
            if (!known.contains(entry.getKey()) && entry.getValue() != JsonValue.NULL) {
                String name = storable("a field's name", entry.getKey());
                others.put(name, storable(name, plain(entry.getValue())));
            }
        }
        return others;
    }

    private static String plain(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonArray array) {
            StringJoiner joined = new StringJoiner(", ");
            array.forEach(element -> joined.add(plain(element)));
            return joined.toString();
        }
        return value instanceof JsonNumber number ? number.toString() : value.toString();
    }

    private static String storable(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(name + ": holds a NUL character");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(name + ": holds half a character (a lone surrogate)");
            }
        }
        return text;
    }

    private static String excerpt(JsonValue value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
