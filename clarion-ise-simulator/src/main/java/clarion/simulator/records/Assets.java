package clarion.simulator.records;

import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Assets, as an external publisher tells ISE about them (com.cisco.endpoint.asset, which has a topic and no call). */
public final class Assets {

    private final Desk desk;
    private final RecordTable table = new RecordTable();

    public Assets(Desk desk) {
        this.desk = desk;
    }

    public RecordTable table() {
        return table;
    }

    /** Adds an asset, or changes the one with its {@code assetId}. */
    public synchronized void put(JsonObject asset) {
        boolean created = table.put(asset.getString("assetId"), asset, desk.now());
        publish(created ? "CREATE" : "UPDATE", asset);
    }

    public synchronized void remove(String assetId) {
        table.remove(assetId, desk.now()).ifPresent(asset -> publish("DELETE", asset));
    }

    private void publish(String operation, JsonObject asset) {
        desk.topics()
                .of(IseTopic.ENDPOINT_ASSETS)
                .publish(Json.createObjectBuilder()
                        .add("opType", operation)
                        .add("asset", asset)
                        .build());
    }
}
