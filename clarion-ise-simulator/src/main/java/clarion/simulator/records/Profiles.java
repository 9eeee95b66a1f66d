package clarion.simulator.records;

import clarion.simulator.control.CallService.Call;
import clarion.simulator.http.Answers;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/** Profiles of the profiler (com.cisco.ise.config.profiler). */
public final class Profiles {

    private final Desk desk;
    private final RecordTable table = new RecordTable();

    public Profiles(Desk desk) {
        this.desk = desk;
    }

    public RecordTable table() {
        return table;
    }

    /** Adds a profile, or changes the one of that name. */
    public synchronized void put(String name, String fullName) {
        JsonObject profile = Json.createObjectBuilder()
                .add("id", TrustSecConfig.id("profile:" + name))
                .add("name", name)
                .add("fullName", fullName)
                .build();
        boolean created = table.put(profile.getString("id"), profile, desk.now());
        publish(created ? "CREATE" : "UPDATE", profile);
    }

    public synchronized void remove(String name) {
        table.remove(TrustSecConfig.id("profile:" + name), desk.now()).ifPresent(profile -> publish("DELETE", profile));
    }

    private void publish(String operation, JsonObject profile) {
        desk.topics()
                .of(IseTopic.PROFILES)
                .publish(Json.createObjectBuilder()
                        .add("operation", operation)
                        .add("profile", profile)
                        .build());
    }

    public Map<String, Call> calls() {
        return Map.of(
                "getProfiles",
                (body, response, callback) -> Answers.json(
                        response,
                        callback,
                        200,
                        Json.createObjectBuilder()
                                .add("profiles", Json.createArrayBuilder(table.all()))
                                .build()));
    }
}
