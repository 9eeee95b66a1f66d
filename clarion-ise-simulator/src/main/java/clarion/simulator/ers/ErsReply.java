package clarion.simulator.ers;

import jakarta.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call is answered with.
 *
 * @param body null for an empty one
 */
record ErsReply(int status, @Nullable JsonObject body, Map<String, String> headers) {

    static ErsReply ok(JsonObject body) {
        return new ErsReply(200, body, Map.of());
    }

    /** 201 with the place of the new resource and nothing else. */
    static ErsReply created(String location) {
        return new ErsReply(201, null, Map.of("Location", location));
    }

    static ErsReply done() {
        return new ErsReply(204, null, Map.of());
    }
}
