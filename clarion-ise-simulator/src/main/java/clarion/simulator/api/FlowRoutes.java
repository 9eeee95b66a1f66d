package clarion.simulator.api;

import clarion.simulator.IseSimulator;
import clarion.simulator.flows.CampusFlows;
import clarion.simulator.flows.TrueConversation;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The traffic that the campus exports, and the truth about it. */
final class FlowRoutes {

    private static final int USUAL_LIMIT = 1_000;
    private static final int MOST = 1_000_000;

    private final IseSimulator ise;

    FlowRoutes(IseSimulator ise) {
        this.ise = ise;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/flows", "what was exported, where to", this::count),
                Route.of("GET", "/truth/conversations", "those that are over: ?after= &limit=", this::conversations),
                Route.of("POST", "/flows/pause", "nobody begins to talk", request -> {
                    flows().pause();
                    count(request);
                }),
                Route.of("POST", "/flows/resume", "they talk again", request -> {
                    flows().resume();
                    count(request);
                }),
                Route.of("POST", "/flows/finish", "pauses, and ends what is under way", request -> {
                    flows().finish();
                    count(request);
                }));
    }

    private CampusFlows flows() {
        return ise.flows()
                .orElseThrow(() -> new IllegalStateException("no flows are exported; start with --flows-to HOST:PORT"));
    }

    private void count(ControlRequest request) {
        CampusFlows flows = flows();
        CampusFlows.Count count = flows.count();
        request.answer(Json.createObjectBuilder()
                .add(
                        "target",
                        flows.settings().target().getHostString() + ":"
                                + flows.settings().target().getPort())
                .add("rate", flows.settings().rate())
                .add("exporters", count.exporters())
                .add("begun", count.begun())
                .add("underWay", count.underWay())
                .add("ended", flows.journal().ended())
                .add("forgotten", flows.journal().forgotten())
                .add("records", count.records())
                .add("messages", count.messages())
                .add("unsent", count.unsent())
                .build());
    }

    private void conversations(ControlRequest request) {
        int limit = (int) Math.min(MOST, request.inQuery("limit", USUAL_LIMIT));
        List<TrueConversation> found = flows().journal().after(request.inQuery("after", 0), limit);
        request.stream(out -> {
            for (TrueConversation one : found) {
                out.write((one.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
