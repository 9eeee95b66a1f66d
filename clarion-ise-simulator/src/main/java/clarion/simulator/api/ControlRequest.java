package clarion.simulator.api;

import clarion.simulator.http.Answers;
import clarion.simulator.http.Exchange;
import clarion.simulator.http.Streams;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** A request to the control API. Values that it does not take are {@link IllegalArgumentException}s. */
final class ControlRequest {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Matcher path;
    private final Fields query;
    private final String text;

    ControlRequest(Request request, Response response, Callback callback, Matcher path) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.path = path;
        this.query = Request.extractQueryParameters(request);
        this.text = Exchange.of(request).text();
    }

    String inPath(String name) {
        return URLDecoder.decode(path.group(name), StandardCharsets.UTF_8);
    }

    String inQuery(String name, String otherwise) {
        String value = query.getValue(name);
        return value == null ? otherwise : value;
    }

    long inQuery(String name, long otherwise) {
        String value = query.getValue(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + value);
        }
        return Long.parseLong(value);
    }

    /** The body as text. */
    String text() {
        return text;
    }

    /** The body as JSON; nothing is an empty object. */
    JsonObject body() {
        if (text.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new IllegalArgumentException("the body must be a JSON object", e);
        }
    }

    static @Nullable String string(JsonObject body, String name) {
        JsonValue value = body.get(name);
        return value == null || value == JsonValue.NULL
                ? null
                : value instanceof JsonString string ? string.getString() : value.toString();
    }

    static double number(JsonObject body, String name, double otherwise) {
        JsonValue value = body.get(name);
        if (value == null || value == JsonValue.NULL) {
            return otherwise;
        }
        if (value instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(name + " must be a number, not " + value);
    }

    void answer(JsonObject answer) {
        Answers.json(response, callback, 200, answer);
    }

    void answerText(int status, String answer) {
        Answers.text(response, callback, status, answer);
    }

    /** Answers with one JSON text a line. */
    void stream(Streams.Body body) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-ndjson");
        Streams.answer(response, callback, body);
    }

    @Override
    public String toString() {
        return request.getMethod() + " " + request.getHttpURI().getPath();
    }
}
