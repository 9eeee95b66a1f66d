package clarion.simulator.records;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which switch downloaded which part of the matrix (com.cisco.ise.trustsec, which has a topic and no call). */
public final class PolicyDownloads {

    private final Desk desk;
    private final SecurityGroups groups;
    private final TrustSecConfig config;
    private final RecordTable last = new RecordTable();

    public PolicyDownloads(Desk desk, SecurityGroups groups, TrustSecConfig config) {
        this.desk = desk;
        this.groups = groups;
        this.config = config;
    }

    /** The last download of each switch. */
    public RecordTable table() {
        return last;
    }

    /**
     * Lets a switch download what the matrix says about a destination.
     *
     * @param nasIpAddress the switch
     * @param failureReason null if it succeeds
     */
    public synchronized void download(String nasIpAddress, SecurityGroup destination, @Nullable String failureReason) {
        String generation = String.format("%02X", config.generation(destination.id()) & 0xFF);
        JsonArrayBuilder policies = Json.createArrayBuilder();
        Map<String, JsonObject> acls =
                config.acls().all().stream().collect(Collectors.toMap(acl -> acl.getString("id"), acl -> acl));
        for (JsonObject cell : config.cellsOf(TrustSecConfig.MATRIX_ID).all()) {
            Optional<SecurityGroup> source = groups.find(cell.getString("sourceSecurityGroupId"));
            JsonArray ids = cell.getJsonArray("sgaclIds");
            if (cell.getString("destinationSecurityGroupId").equals(destination.id()) && source.isPresent()) {
                for (JsonString id : ids.getValuesAs(JsonString.class)) {
                    JsonObject acl = acls.get(id.getString());
                    if (acl != null) {
                        policies.add(Json.createObjectBuilder()
                                .add("sourceSgt", source.get().tag())
                                .add(
                                        "sourceSgtGenerationId",
                                        Integer.toString(source.get().generation()))
                                .add("destinationSgt", destination.tag())
                                .add("destinationSgtGenerationId", generation)
                                .add("sgaclName", acl.getString("name"))
                                .add("sgaclGenerationId", acl.getString("generationId")));
                    }
                }
            }
        }
        JsonObjectBuilder download = Json.createObjectBuilder()
                .add("timestamp", desk.time(desk.now()))
                .add("serverName", "ise1")
                .add("status", failureReason == null ? "SUCCESS" : "FAILURE")
                .add("nasIpAddress", nasIpAddress)
                .add("matrixName", "Production")
                .add("rbaclSourceList", String.format("%04X-%s", destination.tag(), generation));
        if (failureReason != null) {
            download.add("failureReason", failureReason);
        }
        JsonObject whole = download.add("policies", policies).build();
        last.put(nasIpAddress + "|" + destination.tag(), whole, desk.now());
        desk.topics()
                .of(IseTopic.POLICY_DOWNLOADS)
                .publish(Json.createObjectBuilder()
                        .add("policyDownloads", Json.createArrayBuilder().add(whole))
                        .build());
    }
}
