package clarion.web.health;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The wire format of MicroProfile Health 4.0, section 3.
 *
 * @param up whether every check is
 * @param json the document
 */
record HealthDocument(boolean up, String json) {

    static HealthDocument of(Collection<HealthCheckResponse> results) {
        boolean up = results.stream().allMatch(one -> one.getStatus() == HealthCheckResponse.Status.UP);
        JsonArrayBuilder checks = Json.createArrayBuilder();
        for (HealthCheckResponse result : results) {
            JsonObjectBuilder check = Json.createObjectBuilder()
                    .add("name", result.getName())
                    .add("status", result.getStatus().name());
            result.getData().filter(data -> !data.isEmpty()).ifPresent(data -> {
                JsonObjectBuilder members = Json.createObjectBuilder();
                data.forEach((name, value) -> members.add(name, String.valueOf(value)));
                check.add("data", members);
            });
            checks.add(check);
        }
        String json = Json.createObjectBuilder()
                .add("status", up ? "UP" : "DOWN")
                .add("checks", checks)
                .build()
                .toString();
        return new HealthDocument(up, json);
    }
}
