package clarion.simulator.api;

import static clarion.simulator.api.ControlRequest.number;

import clarion.simulator.Bursts.Burst;
import clarion.simulator.IseSimulator;
import clarion.simulator.records.RecordSource;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionReader;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the simulator published and what is true now; and how to make it publish. */
final class TruthRoutes {

    private static final int BATCH = 200;

    private final IseSimulator ise;
    private final Clock clock;
    private final Map<String, RecordSource> tables;

    TruthRoutes(IseSimulator ise, Clock clock, Map<String, RecordSource> tables) {
        this.ise = ise;
        this.clock = clock;
        this.tables = tables;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/status", "release, nodes, accounts, topics", this::status),
                Route.of("GET", "/journal", "what was published: ?topic= &after= &limit=", this::journal),
                Route.of("GET", "/truth", "how many of each there are", this::counts),
                Route.of(
                        "GET",
                        "/truth/sessions",
                        "every session that there is",
                        request -> request.stream(ise.store()::writeLines)),
                Route.of(
                        "GET",
                        "/truth/user-groups",
                        "the groups of every user",
                        request -> request.stream(out -> ise.store().writeUserGroups(out, "", "\n", "\n"))),
                Route.of("GET", "/truth/{kind}", "every record of a kind that there is", this::records),
                Route.of("POST", "/burst", "publishes events of the synthetic sessions at a rate", this::burst),
                Route.of(
                        "GET",
                        "/burst",
                        "how far a burst is",
                        request -> answer(request, ise.bursts().current())),
                Route.of("DELETE", "/burst", "ends a burst", this::endBurst),
                Route.of("POST", "/publish/sessions", "publishes these sessions as one message", this::publish),
                Route.of("POST", "/publish/{topic}", "publishes any text on a topic", this::publishRaw));
    }

    private void status(ControlRequest request) {
        JsonArrayBuilder nodes = Json.createArrayBuilder();
        for (int node = 1; node <= ise.nodes().count(); node++) {
            nodes.add(Json.createObjectBuilder()
                    .add("node", node)
                    .add("address", ise.nodes().address(node))
                    .add("connections", ise.pubSub().connections(node)));
        }
        JsonObjectBuilder accounts = Json.createObjectBuilder();
        ise.accounts().all().forEach((name, state) -> accounts.add(name, state.name()));
        JsonArrayBuilder topics = Json.createArrayBuilder();
        for (IseTopic topic : IseTopic.values()) {
            String destination = ise.services().topic(topic.service(), topic.property());
            if (destination != null) {
                topics.add(Json.createObjectBuilder()
                        .add("topic", topic.id())
                        .add("destination", destination)
                        .add("nextSequence", ise.topic(topic).nextSequence())
                        .add("subscriptions", ise.pubSub().subscriptions(destination)));
            }
        }
        request.answer(Json.createObjectBuilder()
                .add("version", ise.version().toString())
                .add("nodes", nodes)
                .add("accounts", accounts)
                .add("journal", ise.journal().last())
                .add("sessions", ise.store().live())
                .add("topics", topics)
                .build());
    }

    private void journal(ControlRequest request) {
        String topic = request.inQuery("topic", "");
        long after = request.inQuery("after", 0);
        long limit = request.inQuery("limit", Long.MAX_VALUE);
        request.stream(out -> ise.journal().copy(topic, after, limit, out));
    }

    private void counts(ControlRequest request) {
        JsonObjectBuilder counts =
                Json.createObjectBuilder().add("sessions", ise.store().live());
        tables.forEach((kind, table) -> counts.add(kind, table.size()));
        request.answer(counts.build());
    }

    private void records(ControlRequest request) {
        RecordSource table = tables.get(request.inPath("kind"));
        if (table == null) {
            request.answerText(404, "there are sessions, user-groups, " + String.join(", ", tables.keySet()));
            return;
        }
        request.stream(out -> {
            for (JsonObject one : table.all()) {
                out.write(one.toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        });
    }

    private void burst(ControlRequest request) {
        JsonObject body = request.body();
        Burst burst = ise.bursts().start((long) number(body, "events", 10_000), number(body, "rate", 0), (int)
                number(body, "batch", BATCH));
        if (body.getBoolean("wait", false)) {
            burst.await();
        }
        answer(request, burst);
    }

    private void endBurst(ControlRequest request) {
        Burst burst = ise.bursts().current();
        if (burst != null) {
            burst.cancel();
            burst.await();
        }
        answer(request, burst);
    }

    private static void answer(ControlRequest request, @Nullable Burst burst) {
        if (burst == null) {
            request.answerText(404, "there has been no burst");
            return;
        }
        request.answer(Json.createObjectBuilder()
                .add("burst", burst.id())
                .add("events", burst.events())
                .add("published", burst.published())
                .add("done", burst.isDone())
                .add("seconds", burst.seconds())
                .build());
    }

    private void publish(ControlRequest request) {
        JsonObject body = request.body();
        List<IseSession> sessions = new ArrayList<>();
        if (body.get("sessions") instanceof JsonArray list) {
            for (JsonValue value : list) {
                sessions.add(SessionReader.read(value, clock.instant()));
            }
        }
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("sessions must be a list of objects");
        }
        ise.feed().publish(sessions.toArray(IseSession[]::new));
        request.answerText(200, "done");
    }

    private void publishRaw(ControlRequest request) {
        String id = request.inPath("topic");
        IseTopic topic = IseTopic.of(id).orElseThrow(() -> new IllegalArgumentException("no such topic: " + id));
        if (request.inQuery("numbered", "no").equals("yes")) {
            ise.topic(topic).publish(request.body());
        } else {
            ise.topic(topic).publishRaw(request.text());
        }
        request.answerText(200, "done");
    }
}
