package clarion.web.problems;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One problem document (RFC 9457), not yet bound to a request.
 *
 * @param slug last segment of the type URI, or null for {@code about:blank}
 * @param status HTTP status
 * @param title the same for every occurrence of the type
 * @param detail what happened here and what to do next
 * @param members further members of the document
 * @param headers response headers that belong to it, such as {@code Allow} or {@code Retry-After}
 */
public record Problem(
        @Nullable String slug,
        int status,
        String title,
        String detail,
        Map<String, Object> members,
        Map<String, String> headers) {

    /** The media type of every error that leaves Clarion. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final String TYPE_BASE = "https://clarion.example/problems/";

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A problem of a known type. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.slug(), type.status(), type.title(), detail, Map.of(), Map.of());
    }

    /** A problem of a known type about which there is nothing more to say than its type's advice. */
    public static Problem of(ProblemType type) {
        return of(type, HttpProblems.detail(type));
    }

    /** What a business service said. */
    public static Problem of(ClarionException e) {
        String detail = e.getMessage() == null ? e.type().title() : e.getMessage();
        Problem problem = of(e.type(), detail).withMembers(e.parameters());
        if (e.parameters().get("retryAfter") instanceof Long seconds) {
            return problem.withHeader("Retry-After", Long.toString(seconds));
        }
        // RFC 9110 section 15.5.2: every 401 has a challenge.
        return e.type().status() == 401 ? problem.withHeader("WWW-Authenticate", "Bearer realm=\"clarion\"") : problem;
    }

    /** A status that has no type of Clarion's own. */
    static Problem ofStatus(int status, String reason, String detail) {
        return new Problem(null, status, reason, detail, Map.of(), Map.of());
    }

    /** The same with more members; the standard ones cannot be replaced. */
    public Problem withMembers(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.putAll(more);
        return new Problem(slug, status, title, detail, all, headers);
    }

    /** The same with one more response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Problem(slug, status, title, detail, members, all);
    }

    /** The document for the request of this id. */
    public String toJson(String requestId) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", slug == null ? "about:blank" : TYPE_BASE + slug)
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("instance", URI.create("urn:clarion:request:" + requestId).toString());
        members.forEach((name, value) -> {
            if (!STANDARD.contains(name) && value != null) {
                json.add(name, jsonOf(value));
            }
        });
        return json.build().toString();
    }

    private static final java.util.Set<String> STANDARD =
            java.util.Set.of("type", "title", "status", "detail", "instance");

    private static JsonValue jsonOf(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return Json.createValue(((Number) value).longValue());
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return Json.createValue(number);
        } else if (value instanceof Collection<?> many) {
            var array = Json.createArrayBuilder();
            many.forEach(one -> array.add(jsonOf(one)));
            return array.build();
        } else if (value instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((name, one) -> object.add(String.valueOf(name), jsonOf(one)));
            return object.build();
        }
        return Json.createValue(value.toString());
    }
}
