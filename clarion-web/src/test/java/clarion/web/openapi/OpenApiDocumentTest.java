package clarion.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs on what the build has generated from the resources. */
class OpenApiDocumentTest {

    private static final Path GENERATED = Path.of("target/classes/openapi/openapi.json");
    private static final Path PUBLISHED = Path.of("../docs/openapi.json");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonObject document = read();

    @Test
    void isWhatTheDocumentsSay() throws IOException {
        if (Boolean.getBoolean("clarion.docs.write")) {
            Files.copy(GENERATED, PUBLISHED, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(
                Files.readString(PUBLISHED),
                Files.readString(GENERATED),
                "docs/openapi.json is stale: run this test with -Dclarion.docs.write=true");
    }

    @Test
    void isOpenApi31() {
        assertTrue(document.getString("openapi").startsWith("3.1"));
    }

    /** The generator tells two types of one name apart by a number, which says nothing and loses what is required. */
    @Test
    void givesEachTypeANameOfItsOwn() {
        document.getJsonObject("components")
                .getJsonObject("schemas")
                .keySet()
                .forEach(name -> assertFalse(name.matches(".*[0-9]"), name));
    }

    @Test
    void letsTheConnectionBeTestedAsItIsConfiguredWithoutABody() {
        JsonObject body = document.getJsonObject("paths")
                .getJsonObject("/api/v1/connectors/pxgrid/test")
                .getJsonObject("post")
                .getJsonObject("requestBody");
        assertFalse(body.getBoolean("required", false));
    }

    @Test
    void describesForEachOperationWhatSuccessAndFailureLookLike() {
        Set<String> ids = new HashSet<>();
        document.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        String where = method + " " + path;
                        JsonObject responses = operation.asJsonObject().getJsonObject("responses");
                        assertTrue(responses.containsKey("default"), where);
                        assertTrue(responses.keySet().stream().anyMatch(status -> status.startsWith("2")), where);
                        responses.forEach((status, response) -> assertTrue(
                                status.equals("204")
                                        || response.asJsonObject().containsKey("$ref")
                                        || response.asJsonObject().containsKey("content"),
                                where + " says nothing about what comes with " + status));
                        assertTrue(operation.asJsonObject().containsKey("summary"), where);
                        assertTrue(ids.add(operation.asJsonObject().getString("operationId")), where);
                    }
                }));
        assertTrue(ids.size() > 20, ids.toString());
    }

    @Test
    void knowsWhatEachListIsAListOf() {
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        WireTypes.LISTS.forEach((path, item) -> {
            assertNotNull(document.getJsonObject("paths").getJsonObject(path), path);
            assertNotNull(schemas.getJsonObject(item.getSimpleName()), item.getSimpleName());
        });
    }

    @Test
    void tellsMembersThatAreAlwaysThereFromThoseThatMayBeAbsent() {
        List<String> required = WireTypes.required().getOrDefault("SessionView", List.of());
        assertTrue(required.contains("id") && required.contains("live"), required.toString());
        assertFalse(required.contains("endedAt"), required.toString());
    }

    private static JsonObject read() {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(GENERATED)))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
