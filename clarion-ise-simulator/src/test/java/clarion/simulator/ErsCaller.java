package clarion.simulator;

import clarion.simulator.ers.ErsCredentials;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A caller of ERS and the OpenAPI by the JDK's own HTTP client. */
final class ErsCaller {

    static final Map<String, String> JSON = Map.of("Accept", "application/json", "Content-Type", "application/json");

    private final TestConsumer client;
    private final int port;
    private final String authorization;

    ErsCaller(IseSimulator ise, int port, ErsCredentials credentials) {
        this(ise, port, credentials.username(), credentials.password());
    }

    ErsCaller(IseSimulator ise, int port, String user, String password) {
        this.client = new TestConsumer(ise, "any", ise.pki().anonymousContext());
        this.port = port;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static ErsCaller admin(IseSimulator ise, Path data) {
        return new ErsCaller(ise, ise.ersPort(), ErsCredentials.open(data));
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        return send("localhost", method, path, body, headers);
    }

    HttpResponse<String> send(String host, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://" + host + ":" + port + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .timeout(TestConsumer.PATIENCE)
                .header("Authorization", authorization);
        headers.forEach(request::header);
        return client.send(request.build());
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "", JSON);
    }

    HttpResponse<String> put(String path, JsonObject body) {
        return send("PUT", path, body.toString(), JSON);
    }

    HttpResponse<String> post(String path, JsonObject body) {
        return send("POST", path, body.toString(), JSON);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "", JSON);
    }

    /** The object that a path has, out of its wrapper. */
    JsonObject read(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + " " + answer.body());
        }
        return TestConsumer.json(answer.body()).values().iterator().next().asJsonObject();
    }

    /** Makes an object and tells its id. */
    String create(String path, JsonObject body) {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() != 201 || !answer.body().isEmpty()) {
            throw new AssertionError(path + " answers " + answer.statusCode() + " " + answer.body());
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The names that a list has. */
    List<String> names(String path) {
        return read(path).getJsonArray("resources").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getString("name"))
                .toList();
    }

    /** The only message of a refusal. */
    static JsonObject refusal(HttpResponse<String> answer) {
        return TestConsumer.json(answer.body())
                .getJsonObject("ERSResponse")
                .getJsonArray("messages")
                .getJsonObject(0);
    }

    static String title(HttpResponse<String> answer) {
        return refusal(answer).getString("title");
    }

    /** A wrapped object of fields and values; an integer, a boolean, a list or a text each. */
    static JsonObject object(String wrapper, Object... fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            object.add((String) fields[i], json(fields[i + 1]));
        }
        return Json.createObjectBuilder().add(wrapper, object).build();
    }

    private static JsonValue json(Object value) {
        if (value instanceof Integer number) {
            return Json.createValue(number);
        } else if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof List<?> list) {
            return Json.createArrayBuilder(list).build();
        }
        return value instanceof JsonValue json ? json : Json.createValue(value.toString());
    }

    static JsonObject sgt(String name, int value) {
        return object("Sgt", "name", name, "value", value);
    }

    static JsonObject cell(String source, String destination, String status, List<String> acls) {
        return object(
                "EgressMatrixCell",
                "sourceSgtId",
                source,
                "destinationSgtId",
                destination,
                "matrixCellStatus",
                status,
                "defaultRule",
                "NONE",
                "sgacls",
                acls);
    }
}
