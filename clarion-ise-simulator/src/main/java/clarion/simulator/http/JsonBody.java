package clarion.simulator.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads the JSON object that every pxGrid call carries; at most 64 KiB. */
public final class JsonBody {

    private static final int LIMIT = 64 * 1024;

    private final JsonObject object;

    private JsonBody(JsonObject object) {
        this.object = object;
    }

    /** @throws BadRequest if the body is no JSON object, is too long, or says that it is something else */
    public static JsonBody read(Request request) throws BadRequest {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new BadRequest(415, "Content-Type: application/json is needed");
        }
        byte[] content = Exchange.of(request).body();
        if (content.length > LIMIT) {
            throw new BadRequest(413, "a request body has at most 64 KiB");
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
            JsonStructure structure = reader.read();
            if (structure instanceof JsonObject read) {
                return new JsonBody(read);
            }
            throw new BadRequest(400, "the body must be a JSON object");
        } catch (JsonException e) {
            throw new BadRequest(400, "the body is not JSON");
        }
    }

    /** The text of a member, or null if it is absent or null. */
    public @Nullable String optional(String name) throws BadRequest {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new BadRequest(400, name + " must be a string");
    }

    /** The number of a member, which some clients write as text, or {@code otherwise} if it is absent. */
    public int number(String name, int otherwise) throws BadRequest {
        JsonValue value = object.get(name);
        String text = value instanceof JsonString string ? string.getString() : String.valueOf(value);
        if (value == null || value == JsonValue.NULL) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new BadRequest(400, name + " must be a whole number");
        }
        return Integer.parseInt(text);
    }

    /** The instant of a member in ISO 8601 form with an offset, or null if it is absent. */
    public @Nullable Instant instant(String name) throws BadRequest {
        String text = optional(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadRequest(400, "not a timestamp: " + text);
        }
    }

    /** The whole object. */
    public JsonObject object() {
        return object;
    }

    /** The text of a member that has to be there. */
    public String required(String name) throws BadRequest {
        String text = optional(name);
        if (text == null || text.isBlank()) {
            throw new BadRequest(400, name + " is missing");
        }
        return text;
    }

    /** A request that cannot be served as it stands; the status and text of its answer. */
    public static final class BadRequest extends Exception {

        private final int status;

        public BadRequest(int status, String message) {
            super(message);
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** The text of the answer. */
        public String text() {
            return String.valueOf(getMessage());
        }
    }
}
