package clarion.it.harness;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Clarion's own description of its API, as it serves it. */
public record OpenApi(JsonObject document) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /**
     * An operation.
     *
     * @param method in capitals
     * @param template the path as the document has it
     */
    public record Operation(String method, String template) {

        /** A path that fits: 1 for every parameter. */
        public String path() {
            return template.replaceAll("\\{[^}]*}", "1");
        }
    }

    /** The document that a running Clarion serves. */
    public static OpenApi of(Api caller) {
        return new OpenApi(
                caller.get("/openapi", "application/json").expect(200).json());
    }

    /** Every operation. */
    public List<Operation> operations() {
        return paths().entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path.getKey())))
                .toList();
    }

    /**
     * Holds an answer to what the document says of it. Fields that the document does not name count as wrong.
     *
     * @throws AssertionError if the answer's status or media type is not documented, or the body does not fit
     */
    public void check(Operation operation, Answer answer) {
        JsonObject responses = paths().getJsonObject(operation.template())
                .getJsonObject(operation.method().toLowerCase(Locale.ROOT))
                .getJsonObject("responses");
        String status = Integer.toString(answer.status());
        String documented = responses.containsKey(status) ? status : "default";
        if (!responses.containsKey(documented)) {
            throw new AssertionError("status not in the document: " + answer);
        }
        JsonObject content = resolve(responses.getJsonObject(documented)).getJsonObject("content");
        if (content == null || !content.containsKey(answer.mediaType())) {
            throw new AssertionError("media type not in the document: " + answer);
        }
        if (!answer.mediaType().endsWith("json")) {
            return;
        }
        JsonObject schema = content.getJsonObject(answer.mediaType()).getJsonObject("schema");
        JsonObject whole = Json.createObjectBuilder()
                .add("$schema", "https://json-schema.org/draft/2020-12/schema")
                .add("$defs", closed(document.getJsonObject("components").getJsonObject("schemas"), parts(document)))
                .add("allOf", Json.createArrayBuilder().add(closed(schema, parts(document))))
                .build();
        var faults = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"), InputFormat.JSON)
                .validate(answer.body(), InputFormat.JSON);
        if (!faults.isEmpty()) {
            throw new AssertionError(answer.request() + " does not fit its schema: "
                    + faults.stream().map(Object::toString).collect(Collectors.joining("; ")) + " in " + answer);
        }
    }

    private JsonObject paths() {
        return document.getJsonObject("paths");
    }

    private JsonObject resolve(JsonObject response) {
        if (!response.containsKey("$ref")) {
            return response;
        }
        String name = response.getString("$ref").replaceFirst(".*/", "");
        return document.getJsonObject("components").getJsonObject("responses").getJsonObject(name);
    }

    /**
     * The same schema, but objects have no members besides the named ones. Parts of an {@code allOf} stay open, for the
     * other parts name members too; the whole is closed instead.
     */
    private static JsonValue closed(JsonValue value, Set<String> parts) {
        if (value instanceof JsonArray array) {
            var copy = Json.createArrayBuilder();
            array.forEach(item -> copy.add(closed(item, parts)));
            return copy.build();
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObjectBuilder copy = Json.createObjectBuilder();
        object.forEach((key, member) ->
                copy.add(key, key.equals("allOf") || parts.contains(key) ? member : closed(member, parts)));
        boolean names = object.get("properties") instanceof JsonObject || object.get("allOf") instanceof JsonArray;
        if (names && !object.containsKey("additionalProperties")) {
            copy.add("unevaluatedProperties", false);
        }
        return copy.build();
    }

    /** Names of schemas that some {@code allOf} takes in. */
    private static Set<String> parts(JsonValue value) {
        Set<String> parts = new HashSet<>();
        if (value instanceof JsonArray array) {
            array.forEach(item -> parts.addAll(parts(item)));
        } else if (value instanceof JsonObject object) {
            object.forEach((key, member) -> {
                if (key.equals("allOf")) {
                    member.asJsonArray().getValuesAs(JsonObject.class).stream()
                            .filter(part -> part.containsKey("$ref"))
                            .forEach(part -> parts.add(part.getString("$ref").replaceFirst(".*/", "")));
                }
                parts.addAll(parts(member));
            });
        }
        return parts;
    }
}
