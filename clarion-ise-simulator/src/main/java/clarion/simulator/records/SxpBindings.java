package clarion.simulator.records;

import clarion.simulator.control.CallService.Call;
import clarion.simulator.filter.Filter;
import clarion.simulator.http.Answers;
import clarion.simulator.http.JsonBody.BadRequest;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Map;

/** IP-SGT bindings known to an SXP node (com.cisco.ise.sxp). */
public final class SxpBindings {

    private static final String DEFAULT_VPN = "default";

    private final Desk desk;
    private final RecordTable table = new RecordTable();

    public SxpBindings(Desk desk) {
        this.desk = desk;
    }

    public RecordTable table() {
        return table;
    }

    /**
     * Adds a binding, or gives its prefix another tag.
     *
     * @param prefix such as {@code 10.1.2.3/32}
     * @param source the SXP node that told it
     */
    public synchronized void put(int tag, String prefix, String source) {
        JsonObject binding = Json.createObjectBuilder()
                .add("tag", tag)
                .add("ipPrefix", prefix)
                .add("source", source)
                .add("peerSequence", source)
                .add("vpn", DEFAULT_VPN)
                .build();
        boolean created = table.put(prefix, binding, desk.now());
        publish(created ? "CREATE" : "UPDATE", binding);
    }

    public synchronized void remove(String prefix) {
        table.remove(prefix, desk.now()).ifPresent(binding -> publish("DELETE", binding));
    }

    private void publish(String operation, JsonObject binding) {
        desk.topics()
                .of(IseTopic.SXP_BINDINGS)
                .publish(Json.createObjectBuilder()
                        .add("operation", operation)
                        .add("binding", binding)
                        .build());
    }

    public Map<String, Call> calls() {
        return Map.of("getBindings", (body, response, callback) -> {
            String text = body.optional("filter");
            Filter filter;
            try {
                filter = text == null ? null : Filter.parse(text);
            } catch (IllegalArgumentException e) {
                throw new BadRequest(400, String.valueOf(e.getMessage()));
            }
            JsonArrayBuilder bindings = Json.createArrayBuilder();
            table.all().stream()
                    .filter(binding -> filter == null || filter.passes(binding))
                    .forEach(bindings::add);
            Answers.json(
                    response,
                    callback,
                    200,
                    Json.createObjectBuilder().add("bindings", bindings).build());
        });
    }
}
