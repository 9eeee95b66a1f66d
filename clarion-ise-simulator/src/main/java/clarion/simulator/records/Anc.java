package clarion.simulator.records;

import clarion.simulator.control.CallService.Call;
import clarion.simulator.http.Answers;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Adaptive Network Control (com.cisco.ise.config.anc): policies, the endpoints that they are applied to, and the
 * operations, of which each is told twice: running, and done.
 */
public final class Anc {

    private static final int MOST_OPERATIONS = 2_000;
    private static final String MAC = "macAddress";
    private static final String NAS = "nasIpAddress";
    private static final String POLICY = "policyName";

    private final Desk desk;
    private final Function<String, Optional<String>> macByIp;
    private final RecordTable policies = new RecordTable();
    private final RecordTable endpoints = new RecordTable();
    private final RecordTable operations = new RecordTable();
    private int number;

    /** @param macByIp the MAC address of the session that has an IP address */
    public Anc(Desk desk, Function<String, Optional<String>> macByIp) {
        this.desk = desk;
        this.macByIp = macByIp;
    }

    /** The endpoints that a policy is applied to. */
    public RecordTable table() {
        return endpoints;
    }

    /** Adds a policy; false if there is one of that name. */
    public synchronized boolean putPolicy(String name, List<String> actions) {
        if (policies.find(name).isPresent()) {
            return false;
        }
        policies.put(
                name,
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("actions", Json.createArrayBuilder(actions))
                        .build(),
                desk.now());
        return true;
    }

    /** Applies a policy to an endpoint, and tells how it went. */
    public synchronized JsonObject apply(String mac, @Nullable String nas, String policy) {
        if (policies.find(policy).isEmpty()) {
            return operation(mac, nas, policy, "no such policy");
        }
        JsonObjectBuilder endpoint = Json.createObjectBuilder().add(MAC, mac).add(POLICY, policy);
        if (nas != null) {
            endpoint.add(NAS, nas);
        }
        endpoints.put(mac, endpoint.build(), desk.now());
        return operation(mac, nas, policy, null);
    }

    /** Takes the policy off an endpoint, and tells how it went. */
    public synchronized JsonObject clear(String mac, @Nullable String nas) {
        boolean had = endpoints.remove(mac, desk.now()).isPresent();
        return operation(mac, nas, null, had ? null : "no policy is applied to " + mac);
    }

    private JsonObject operation(
            String mac, @Nullable String nas, @Nullable String policy, @Nullable String failureReason) {
        JsonObjectBuilder running = Json.createObjectBuilder()
                .add("operationId", "ise1:" + ++number)
                .add(MAC, mac);
        if (nas != null) {
            running.add(NAS, nas);
        }
        if (policy != null) {
            running.add(POLICY, policy);
        }
        JsonObject begun = running.add("status", "RUNNING").build();
        JsonObjectBuilder ended =
                Json.createObjectBuilder(begun).add("status", failureReason == null ? "SUCCESS" : "FAILURE");
        if (failureReason != null) {
            ended.add("failureReason", failureReason);
        }
        JsonObject done = ended.build();
        operations.put(done.getString("operationId"), done, desk.now());
        operations.keep(MOST_OPERATIONS);
        desk.topics().of(IseTopic.ANC_STATUS).publish(begun);
        desk.topics().of(IseTopic.ANC_STATUS).publish(done);
        return begun;
    }

    public Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        calls.put("getPolicies", (body, response, callback) -> list("policies", policies, response, callback));
        calls.put(
                "getPolicyByName",
                (body, response, callback) -> one(policies.find(body.required("name")), response, callback));
        calls.put("createPolicy", this::create);
        calls.put("deletePolicyByName", (body, response, callback) -> {
            String name = body.required("name");
            boolean used =
                    endpoints.all().stream().anyMatch(on -> on.getString(POLICY).equals(name));
            if (used) {
                Answers.text(response, callback, 409, "the policy is applied to endpoints");
            } else if (policies.remove(name, desk.now()).isPresent()) {
                Answers.json(response, callback, 200, JsonValue.EMPTY_JSON_OBJECT);
            } else {
                Answers.empty(response, callback, 204);
            }
        });
        calls.put("getEndpoints", (body, response, callback) -> list("endpoints", endpoints, response, callback));
        calls.put(
                "getEndpointPolicies", (body, response, callback) -> list("endpoints", endpoints, response, callback));
        calls.put(
                "getEndpointByMacAddress",
                (body, response, callback) -> one(endpoints.find(body.required(MAC)), response, callback));
        calls.put("getEndpointByNasIpAddress", (body, response, callback) -> {
            String mac = body.required(MAC);
            String nas = body.required(NAS);
            Predicate<JsonObject> there = on -> nas.equals(on.getString(NAS, ""));
            one(endpoints.find(mac).filter(there), response, callback);
        });
        for (String how : List.of("applyEndpointByMacAddress", "applyEndpointPolicy")) {
            calls.put(
                    how,
                    (body, response, callback) -> Answers.json(
                            response, callback, 200, apply(body.required(MAC), body.optional(NAS), policyOf(body))));
        }
        for (String how : List.of("clearEndpointByMacAddress", "clearEndpointPolicy")) {
            calls.put(
                    how,
                    (body, response, callback) ->
                            Answers.json(response, callback, 200, clear(body.required(MAC), body.optional(NAS))));
        }
        calls.put(
                "applyEndpointByIpAddress",
                (body, response, callback) ->
                        Answers.json(response, callback, 200, apply(macOf(body), null, policyOf(body))));
        calls.put(
                "clearEndpointByIpAddress",
                (body, response, callback) -> Answers.json(response, callback, 200, clear(macOf(body), null)));
        calls.put(
                "getOperationStatus",
                (body, response, callback) -> one(operations.find(body.required("operationId")), response, callback));
        return calls;
    }

    private void create(JsonBody body, Response response, Callback callback) throws BadRequest {
        String name = body.required("name");
        List<String> actions = body.object().get("actions") instanceof JsonArray list
                ? list.stream().map(value -> value.toString().replace("\"", "")).toList()
                : List.of();
        if (!List.of("QUARANTINE", "SHUT_DOWN", "PORT_BOUNCE", "RE_AUTHENTICATE")
                        .containsAll(actions)
                || actions.isEmpty()) {
            throw new BadRequest(400, "actions must be a list of QUARANTINE, SHUT_DOWN, PORT_BOUNCE, RE_AUTHENTICATE");
        }
        if (putPolicy(name, actions)) {
            one(policies.find(name), response, callback);
        } else {
            Answers.text(response, callback, 409, "there is a policy of that name");
        }
    }

    private static String policyOf(JsonBody body) throws BadRequest {
        String policy = body.optional(POLICY);
        return policy == null ? body.required("policy") : policy;
    }

    private String macOf(JsonBody body) throws BadRequest {
        String address = body.required("ipAddress");
        return macByIp.apply(address).orElseThrow(() -> new BadRequest(400, "no session has the address " + address));
    }

    private static void one(Optional<JsonObject> found, Response response, Callback callback) {
        found.ifPresentOrElse(
                value -> Answers.json(response, callback, 200, value), () -> Answers.empty(response, callback, 204));
    }

    private static void list(String name, RecordTable table, Response response, Callback callback) {
        Answers.json(
                response,
                callback,
                200,
                Json.createObjectBuilder()
                        .add(name, Json.createArrayBuilder(table.all()))
                        .build());
    }
}
