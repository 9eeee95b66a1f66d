package clarion.pxgrid.topics;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Strict access to the fields of one JSON object; every complaint names the field and the value. */
public final class Fields {

    private final JsonObject object;

    public Fields(JsonObject object) {
        this.object = object;
    }

    /**
     * A text field; null if it is missing, null or blank.
     *
     * @throws IllegalArgumentException if it is not text, or text that no database can hold
     */
    public @Nullable String text(String name) {
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
    public List<String> texts(String name) {
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

    /**
     * A text, a number or a truth value, as text; null if it is missing, null or blank. For fields of which Cisco's
     * documents and the wire differ in the type.
     */
    public @Nullable String scalar(String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value.toString();
        }
        return text(name);
    }

    /** The first of these that is there, as {@link #scalar}. */
    public @Nullable String firstScalar(List<String> names) {
        for (String name : names) {
            String found = scalar(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A whole number, written as number or text; null if it is missing. */
    public @Nullable Integer integer(String name) {
        String text = scalar(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": expected a whole number, not '" + text + "'", e);
        }
    }

    /** A truth value, written as such or as text; null if it is missing. */
    public @Nullable Boolean truth(String name) {
        String text = scalar(name);
        if (text == null) {
            return null;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException(name + ": expected true or false, not '" + text + "'");
    }

    /** A timestamp; null if it is missing. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        try {
            return text == null ? null : WireTime.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** A list of objects; empty if it is missing or null. */
    public List<Fields> objects(String name) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return List.of();
        }
        List<Fields> objects = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (JsonValue element : array) {
                if (element instanceof JsonObject nested) {
                    objects.add(new Fields(nested));
                }
            }
            if (objects.size() == array.size()) {
                return objects;
            }
        }
        throw new IllegalArgumentException(name + ": expected a list of objects, not " + excerpt(value));
    }

    /** Any value as text: an object as JSON, a list joined by commas; null if it is missing. */
    public @Nullable String any(String name) {
        JsonValue value = object.get(name);
        return value == null || value == JsonValue.NULL ? null : storable(name, plain(value));
    }

    /** Every other field as text: scalars as they are, lists joined by commas, objects as JSON. */
    public SortedMap<String, String> others(Set<String> known) {
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
