package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.OpenApi;
import clarion.it.harness.Until;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what Clarion does, and Clarion does what the document says. */
interface OpenApiContract extends Contract {

    /** Streams have no body that ends. */
    Set<String> STREAMS = Set.of("/api/v1/events");

    @Test
    default void servesADocumentThatClientsCanUse() {
        OpenApi api = OpenApi.of(world().viewer());
        assertTrue(
                api.document().getString("openapi").startsWith("3.1"),
                api.document().getString("openapi"));
        assertTrue(
                api.document().getJsonObject("components").containsKey("securitySchemes"), "how to log in is missing");
        assertAll(api.operations().stream()
                .map(operation -> () -> assertTrue(
                        operation.template().matches("/api/.+|/metrics"),
                        () -> operation + " is not where clients find it")));
    }

    @Test
    default void answersEveryReadAsItsSchemaSays() {
        OpenApi api = OpenApi.of(world().viewer());
        String imported = importFlows();
        String grouped = group();
        Map<String, String> ids = Map.of(
                "/api/v1/segmentation/runs", grouped,
                "/api/v1/segmentation/clusters", firstOf("/api/v1/segmentation/clusters?", "id"),
                "/api/v1/flows/imports", imported,
                "/api/v1/flows/conversations", firstOf("/api/v1/flows/conversations?", "id"),
                "/api/v1/sessions", firstOf("/api/v1/sessions?live=true", "id"),
                "/api/v1/devices", firstOf("/api/v1/devices?online=true", "mac"),
                "/api/v1/users", firstOf("/api/v1/users?online=true", "id"),
                "/api/v1/access/accounts", firstOf("/api/v1/access/accounts?disabled=false", "id"));
        assertAll(api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !STREAMS.contains(operation.template()))
                .map(operation -> () -> {
                    Answer answer = world().administrator()
                            .get(withIds(operation.template(), ids)
                                    + query(operation).replace("{run}", grouped));
                    assertEquals(200, answer.status(), answer::toString);
                    api.check(operation, answer);
                }));
    }

    @Test
    default void describesItsErrors() {
        OpenApi api = OpenApi.of(world().viewer());
        assertAll(api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !operation.template().equals("/api/health"))
                .map(operation -> () -> api.check(operation, world().anonymous().get(operation.path()))));
    }

    /** Sends a file with one conversation of a minute ago, and waits until lists show it. */
    private String importFlows() {
        Instant at = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
        String file =
                "src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,start_time,end_time\n10.9.0.1,10.9.0.2,50001,443,6,900,5,"
                        + at + ',' + at.plusSeconds(2) + "\n10.9.0.2,10.9.0.1,443,50001,6,4000,6," + at + ','
                        + at.plusSeconds(2)
                        + '\n';
        String place = "/api/v1/flows/imports";
        JsonObject taken = world().administrator()
                .call("POST", place + "?name=contract.csv", file, "text/csv")
                .expect(202)
                .json();
        String id = String.valueOf(taken.get("id")).replace("\"", "");
        Until.holds(
                "the file is imported",
                Duration.ofSeconds(60),
                () -> world().viewer().get(place + '/' + id).expect(200).json().getString("state"),
                "DONE"::equals);
        Until.holds( // an hour that is summed up already is summed up anew within a minute
                "the conversation is listed",
                Duration.ofMinutes(2),
                () -> ListContract.items(world().viewer().get("/api/v1/flows/conversations?limit=1")),
                items -> !items.isEmpty());
        return id;
    }

    /** Groups the endpoints that there are; the run's number. */
    private String group() {
        String place = "/api/v1/segmentation/runs";
        String id = world().administrator().post(place, "{}").expect(202).json().getString("id");
        Until.holds(
                "the endpoints are grouped",
                Duration.ofSeconds(60),
                () -> world().viewer().get(place + '/' + id).expect(200).json().getString("state"),
                "DONE"::equals);
        return id;
    }

    private String firstOf(String list, String key) {
        return ListContract.items(world().administrator().get(list + "&limit=1"))
                .get(0)
                .getString(key);
    }

    private static String withIds(String template, Map<String, String> ids) {
        String collection = template.replaceFirst("/\\{.*", "");
        assertTrue(
                !template.contains("{") || ids.containsKey(collection),
                () -> "this test must learn where to find an id for " + template);
        return template.replaceAll("\\{[^}]*}", ids.getOrDefault(collection, ""));
    }

    /** Required query parameters. */
    private static String query(OpenApi.Operation operation) {
        return switch (operation.template()) {
            case "/api/v1/search" -> "?q=02";
            case "/api/v1/flows/conversations/groups" -> "?by=client";
            case "/api/v1/flows/conversations/new" -> "?since=" + Instant.now().minus(Duration.ofHours(2));
            case "/api/v1/segmentation/runs/{id}/changes", "/api/v1/segmentation/runs/{id}/moves" -> "?since={run}";
            case "/api/v1/sessions/facets" -> "?fields=state,sgtName";
            default -> "";
        };
    }
}
