package clarion.simulator.ers;

import clarion.simulator.http.Exchange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** A request to ERS or the OpenAPI. */
final class ErsCall {

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Request request;
    private final List<String> segments;
    private final Fields query;

    /** @param prefix of the path that is not part of the segments */
    ErsCall(Request request, String prefix) {
        this.request = request;
        this.query = Request.extractQueryParameters(request);
        this.segments = segments(request.getHttpURI().getPath(), prefix);
    }

    private static List<String> segments(@Nullable String path, String prefix) {
        List<String> found = new ArrayList<>();
        String rest = path == null || !path.startsWith(prefix) ? "" : path.substring(prefix.length());
        for (String segment : rest.split("/", -1)) {
            if (!segment.isEmpty()) { // Cisco's SDK ends its paths with a slash
                found.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return List.copyOf(found);
    }

    Request request() {
        return request;
    }

    String method() {
        return request.getMethod();
    }

    boolean isWrite() {
        return WRITES.contains(method());
    }

    /** The decoded segments of the path behind the prefix. */
    List<String> segments() {
        return segments;
    }

    /** The segment of a number, or nothing. */
    String segment(int number) {
        return number < segments.size() ? segments.get(number) : "";
    }

    Fields query() {
        return query;
    }

    String header(String name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    /** The value of a cookie, or nothing. */
    String cookie(String name) {
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return "";
    }

    /** What the caller called the server, with the port. */
    String origin() {
        return "https://" + request.getHttpURI().getAuthority();
    }

    String uri() {
        return request.getHttpURI().asString();
    }

    /** The ISE node that took the call, from 1 on. */
    int node() {
        return Exchange.of(request).node();
    }

    boolean hasBody() {
        return !text().isBlank();
    }

    private String text() {
        try {
            return Exchange.of(request).text();
        } catch (IllegalArgumentException e) {
            throw ErsFault.schema(String.valueOf(e.getMessage()));
        }
    }

    /** The body as a JSON object. */
    JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            JsonStructure structure = reader.read();
            if (structure instanceof JsonObject object) {
                return object;
            }
            throw ErsFault.schema("The body is not a JSON object");
        } catch (JsonException | IllegalStateException e) {
            throw ErsFault.schema("The body is not JSON");
        }
    }

    /** The object in the body's wrapper. */
    JsonObject json(String wrapper) {
        JsonObject whole = json();
        JsonValue inner = whole.get(wrapper);
        if (whole.size() != 1 || !(inner instanceof JsonObject object)) {
            throw ErsFault.schema("The body must be {\"" + wrapper + "\":{...}}");
        }
        return object;
    }

    /** Whether a media type of a list such as that of Accept is JSON. */
    static boolean isJson(String header) {
        for (String type : header.split(",", -1)) {
            String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (plain.equals("application/json")) {
                return true;
            }
        }
        return false;
    }
}
