package clarion.simulator.records;

import clarion.simulator.control.CallService.Call;
import clarion.simulator.http.Answers;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints as the profiler sees them (com.cisco.ise.endpoint), and those that an MDM manages (com.cisco.ise.mdm). The
 * fields of the former are not documented publicly; these follow the names of the ERS resource.
 */
public final class Endpoints {

    private static final int MOST = 1000;
    private static final int MANAGED_SHARE = 10;

    private final Desk desk;
    private final int most;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final RecordTable managed = new RecordTable();

    /** What is known of an endpoint; a campus has 100,000 of them, so that its JSON is made when it is asked for. */
    private record Known(
            String mac,
            String profile,
            String group,
            @Nullable String operatingSystem,
            Instant created,
            Instant updated) {}

    /** @param most that are remembered; the oldest go first, as ISE purges what is not seen any more */
    public Endpoints(Desk desk, int most) {
        this.desk = desk;
        this.most = most;
    }

    public RecordSource table() {
        return new RecordSource() {
            @Override
            public int size() {
                synchronized (Endpoints.this) {
                    return known.size();
                }
            }

            @Override
            public Iterable<JsonObject> all() {
                List<Known> snapshot;
                synchronized (Endpoints.this) {
                    snapshot = List.copyOf(known.values());
                }
                return () -> snapshot.stream().map(Endpoints.this::toJson).iterator();
            }
        };
    }

    public RecordTable managed() {
        return managed;
    }

    /** Notes what the profiler has learned; published only if {@code told}. */
    public synchronized void put(
            String mac, String profile, String group, @Nullable String operatingSystem, boolean told) {
        Instant now = desk.now();
        Known before = known.get(mac);
        Instant created = before == null ? now : before.created();
        Known endpoint = new Known(mac, profile, group, operatingSystem, created, now);
        known.put(mac, endpoint);
        if (known.size() > most) {
            known.remove(known.keySet().iterator().next());
        }
        if (told) {
            desk.topics()
                    .of(IseTopic.ENDPOINTS)
                    .publish(Json.createObjectBuilder()
                            .add("operation", before == null ? "CREATE" : "UPDATE")
                            .add("endpoint", toJson(endpoint))
                            .build());
        }
    }

    private JsonObject toJson(Known endpoint) {
        JsonObjectBuilder fields = Json.createObjectBuilder()
                .add("id", TrustSecConfig.id("endpoint:" + endpoint.mac()))
                .add("mac", endpoint.mac())
                .add("profileName", endpoint.profile())
                .add("identityGroup", endpoint.group())
                .add("createTime", desk.time(endpoint.created()))
                .add("updateTime", desk.time(endpoint.updated()));
        if (endpoint.operatingSystem() != null) {
            fields.add("operatingSystem", endpoint.operatingSystem());
        }
        return fields.build();
    }

    /** Notes what an MDM says about a device, and publishes it. */
    public synchronized void manage(String mac, String operatingSystem, boolean compliant) {
        JsonObject device = Json.createObjectBuilder()
                .add("macAddress", mac)
                .add("osVersion", operatingSystem)
                .add("registered", true)
                .add("compliant", compliant)
                .add("diskEncrypted", compliant)
                .add("jailBroken", false)
                .add("pinLocked", true)
                .add("deviceManager", "corp-mdm")
                .add("lastSyncTime", desk.time(desk.now()))
                .build();
        boolean created = managed.put(mac, device, desk.now());
        managed.keep(Math.max(1, most / MANAGED_SHARE));
        desk.topics()
                .of(IseTopic.MDM_ENDPOINTS)
                .publish(Json.createObjectBuilder()
                        .add("operation", created ? "CREATE" : "UPDATE")
                        .add("endpoint", device)
                        .build());
    }

    public Map<String, Call> calls() {
        return Map.of("getEndpoints", (body, response, callback) -> Answers.json(response, callback, 200, page(body)));
    }

    public Map<String, Call> managedCalls() {
        return Map.of(
                "getEndpoints",
                (body, response, callback) -> Answers.json(
                        response,
                        callback,
                        200,
                        Json.createObjectBuilder()
                                .add("endpoints", Json.createArrayBuilder(managed.all()))
                                .build()),
                "getEndpointByMacAddress",
                (body, response, callback) -> managed.find(body.required("macAddress"))
                        .ifPresentOrElse(
                                found -> Answers.json(response, callback, 200, found),
                                () -> Answers.empty(response, callback, 204)));
    }

    /** Exactly one of the two starts has to be given. */
    private synchronized JsonObject page(JsonBody body) throws BadRequest {
        Instant created = body.instant("startCreateTimestamp");
        Instant updated = body.instant("startUpdateTimestamp");
        if ((created == null) == (updated == null)) {
            throw new BadRequest(400, "exactly one of startCreateTimestamp and startUpdateTimestamp is needed");
        }
        int from = body.number("startIndex", 0);
        int count = body.number("count", MOST);
        if (count < 1 || count > MOST) {
            throw new BadRequest(400, "count is 1 to " + MOST);
        }
        Comparator<Known> order = Comparator.comparing(one -> created == null ? one.updated() : one.created());
        List<Known> found = known.values().stream()
                .filter(one -> created == null
                        ? !one.updated().isBefore(updated)
                        : !one.created().isBefore(created))
                .sorted("DESC".equals(body.optional("order")) ? order.reversed() : order)
                .toList();
        JsonArrayBuilder page = Json.createArrayBuilder();
        found.stream().skip(from).limit(count).map(this::toJson).forEach(page::add);
        return Json.createObjectBuilder().add("endpoints", page).build();
    }
}
