package clarion.simulator.ers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.eclipse.jetty.server.Response;

/** ERS: {@code Accept} is mandatory, writes may need a token, and a refusal is an {@code ERSResponse}. */
final class ErsDialect implements Dialect {

    private final ErsGate gate;
    private final ErsRouter router;
    private final Operations operations;

    ErsDialect(ErsGate gate, ErsRouter router, Operations operations) {
        this.gate = gate;
        this.router = router;
        this.operations = operations;
    }

    @Override
    public String base() {
        return ErsRouter.BASE;
    }

    @Override
    public void check(ErsCall call, String user, Response response) {
        gate.checkOn(false);
        gate.authorize(call, user);
        ErsGate.checkMediaTypes(call);
        gate.checkToken(call, user, response);
    }

    @Override
    public ErsReply answer(ErsCall call) {
        return call.segment(0).equals("op") ? operations.answer(call) : router.answer(call);
    }

    @Override
    public String name(ErsCall call) {
        boolean operation = call.segment(0).equals("op");
        return call.method() + "-" + call.segment(operation ? 2 : 0);
    }

    @Override
    public ErsReply refuse(ErsCall call, ErsFault fault) {
        JsonObject message = Json.createObjectBuilder()
                .add("title", fault.title())
                .add("type", "ERROR")
                .add("code", fault.code())
                .build();
        JsonObject link = Json.createObjectBuilder()
                .add("rel", "related")
                .add("href", call.uri())
                .add("type", "application/xml")
                .build();
        JsonObject error = Json.createObjectBuilder()
                .add("operation", ErsRouter.operation(call))
                .add("messages", Json.createArrayBuilder().add(message))
                .add("link", link)
                .build();
        return new ErsReply(
                fault.status(),
                Json.createObjectBuilder().add("ERSResponse", error).build(),
                fault.headers());
    }
}
