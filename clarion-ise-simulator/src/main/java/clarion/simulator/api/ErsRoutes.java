package clarion.simulator.api;

import clarion.simulator.IseSimulator;
import clarion.simulator.ers.ApiJournal;
import clarion.simulator.ers.ErsSettings;
import clarion.simulator.records.NetworkSwitches.Mode;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** ERS and the OpenAPI from outside: what was called, how they are set, and the switches that download policy. */
final class ErsRoutes {

    private final IseSimulator ise;

    ErsRoutes(IseSimulator ise) {
        this.ise = ise;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/calls", "calls of ERS and the OpenAPI: ?after= &limit=", this::calls),
                Route.of("GET", "/calls/rate", "how many, and the busiest second", this::rate),
                Route.of("DELETE", "/calls/rate", "measures the busiest second anew", request -> {
                    ise.api().journal().restart();
                    rate(request);
                }),
                Route.of("GET", "/ers", "how ERS and the OpenAPI are set", this::settings),
                Route.of("POST", "/ers", "sets them", this::set),
                Route.of("POST", "/edits/{how}", "approve or reject edits of the matrix that wait", this::edits),
                Route.of("GET", "/switches", "the switches that download policy", this::switches),
                Route.of("POST", "/switches/{address}", "mode: prompt, lagging, failing or silent", this::setSwitch));
    }

    private void calls(ControlRequest request) {
        long after = request.inQuery("after", 0);
        long limit = request.inQuery("limit", Long.MAX_VALUE);
        List<ApiJournal.Call> calls =
                ise.api().journal().after(after).stream().limit(limit).toList();
        request.stream(out -> {
            for (ApiJournal.Call call : calls) {
                out.write(call.toJson().toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        });
    }

    private void rate(ControlRequest request) {
        ApiJournal journal = ise.api().journal();
        request.answer(Json.createObjectBuilder()
                .add("calls", journal.last())
                .add("busiestSecond", journal.busiestSecond())
                .add("limit", ApiJournal.LIMIT)
                .add("aboveLimit", journal.aboveLimit())
                .build());
    }

    private void settings(ControlRequest request) {
        ErsSettings settings = ise.api().settings();
        request.answer(Json.createObjectBuilder()
                .add("ers", settings.ers())
                .add("openApi", settings.openApi())
                .add("csrf", settings.csrf())
                .add("cascades", settings.cascades())
                .add("approval", settings.approval())
                .add("multipleMatrices", ise.trustSec().multipleMatrices())
                .add("waitingEdits", ise.api().waitingEdits())
                .add("primary", ise.api().primary())
                .build());
    }

    private void set(ControlRequest request) {
        ErsSettings settings = ise.api().settings();
        request.body().forEach((name, value) -> {
            boolean on = flag(name, value);
            switch (name) {
                case "ers" -> settings.ers(on);
                case "openApi" -> settings.openApi(on);
                case "csrf" -> settings.csrf(on);
                case "cascades" -> settings.cascades(on);
                case "approval" -> settings.approval(on);
                case "multipleMatrices" -> ise.trustSec().multipleMatrices(on);
                default ->
                    throw new IllegalArgumentException(
                            "there are ers, openApi, csrf, cascades, approval and multipleMatrices, not " + name);
            }
        });
        settings(request);
    }

    private static boolean flag(String name, JsonValue value) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw new IllegalArgumentException(name + " must be true or false, not " + value);
        }
        return value == JsonValue.TRUE;
    }

    private void edits(ControlRequest request) {
        int count = switch (request.inPath("how")) {
            case "approve" -> ise.api().approveEdits();
            case "reject" -> ise.api().rejectEdits();
            default -> throw new IllegalArgumentException("approve or reject, not " + request.inPath("how"));
        };
        request.answer(Json.createObjectBuilder().add("edits", count).build());
    }

    private void switches(ControlRequest request) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        ise.records().switches().all().forEach(one -> list.add(one.toJson()));
        request.answer(Json.createObjectBuilder().add("switches", list).build());
    }

    private void setSwitch(ControlRequest request) {
        JsonObject body = request.body();
        String mode = String.valueOf(ControlRequest.string(body, "mode"));
        Mode parsed;
        try {
            parsed = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("mode is prompt, lagging, failing or silent, not " + mode, e);
        }
        long millis = (long) (ControlRequest.number(body, "seconds", 0) * 1000);
        boolean known = ise.records().switches().set(request.inPath("address"), parsed, Duration.ofMillis(millis));
        request.answerText(known ? 200 : 404, known ? "done" : "no switch has this address");
    }
}
