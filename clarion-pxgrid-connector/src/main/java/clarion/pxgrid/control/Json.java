package clarion.pxgrid.control;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;

/** One JSON provider for all, found once: the lookup by service loader costs more than parsing a message. */
public final class Json {

    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** An object with one text field. */
    public static String object(String name, String value) {
        return PROVIDER.createObjectBuilder().add(name, value).build().toString();
    }

    /** A field's text; empty if it is missing, null or neither text nor number. */
    public static Optional<String> text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        return value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
    }
}
