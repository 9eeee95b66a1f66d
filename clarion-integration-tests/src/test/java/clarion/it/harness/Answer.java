package clarion.it.harness;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpHeaders;

/**
 * What Clarion answered.
 *
 * @param request method and path, for messages
 */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    /** The body as a JSON object. */
    public JsonObject json() {
        if (structure() instanceof JsonObject object) {
            return object;
        }
        throw new AssertionError("not a JSON object: " + this);
    }

    /** The body as JSON, whatever it is. */
    public JsonStructure structure() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        } catch (JsonException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    /** A header, or the empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Type and subtype without parameters. */
    public String mediaType() {
        return header("Content-Type").replaceFirst(";.*", "").strip();
    }

    /** This answer, if it has the status. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ": " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String shown = body.length() > 600 ? body.substring(0, 600) + "…" : body;
        return request + " answered " + status + " " + header("Content-Type") + " " + shown;
    }
}
