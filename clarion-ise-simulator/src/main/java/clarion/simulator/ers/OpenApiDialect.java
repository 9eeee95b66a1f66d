package clarion.simulator.ers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.server.Response;

/** The OpenAPI: answers in {@code response}, refusals in {@code error}, both with {@code version}; no CSRF tokens. */
final class OpenApiDialect implements Dialect {

    private static final String REQUEST_ID = "X-Request-ID";
    private static final String VERSION = "1.0.0";

    private final ErsGate gate;
    private final OpenApiRouter router;

    OpenApiDialect(ErsGate gate, OpenApiRouter router) {
        this.gate = gate;
        this.router = router;
    }

    @Override
    public String base() {
        return "/api";
    }

    @Override
    public void check(ErsCall call, String user, Response response) {
        gate.checkOn(true);
        gate.authorize(call, user);
        ErsGate.checkMediaTypes(call);
        String id = call.header(REQUEST_ID);
        response.getHeaders().put(REQUEST_ID, id.isEmpty() ? UUID.randomUUID().toString() : id);
    }

    @Override
    public ErsReply answer(ErsCall call) {
        return router.answer(call);
    }

    @Override
    public String name(ErsCall call) {
        return call.method() + "-"
                + (call.segments().isEmpty() ? "" : call.segment(call.segments().size() - 1));
    }

    @Override
    public ErsReply refuse(ErsCall call, ErsFault fault) {
        Map<String, String> headers = new HashMap<>(fault.headers());
        JsonObject error = Json.createObjectBuilder()
                .add("code", Integer.toString(fault.status()))
                .add("message", fault.title())
                .build();
        return new ErsReply(
                fault.status(),
                Json.createObjectBuilder()
                        .add("error", error)
                        .add("version", VERSION)
                        .build(),
                headers);
    }

    /** 200 with something in the envelope that every answer has. */
    static ErsReply wrap(JsonValue response) {
        return new ErsReply(200, envelope(response), Map.of());
    }

    static JsonObject envelope(JsonValue response) {
        return Json.createObjectBuilder()
                .add("response", response)
                .add("version", VERSION)
                .build();
    }
}
