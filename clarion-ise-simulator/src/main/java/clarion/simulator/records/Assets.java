package clarion.simulator.records;

import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;

/** Assets, as an external publisher tells ISE about them (com.cisco.endpoint.asset, which has a topic and no call). */
public final class Assets {

    private static final System.Logger LOG = System.getLogger(Assets.class.getName());

    private final Desk desk;
    private final RecordTable table = new RecordTable();

    public Assets(Desk desk) {
        this.desk = desk;
        desk.topics().onAsset(this::note);
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

    /** Takes over what an external publisher tells; what has no sense is told on, and not noted. */
    private synchronized void note(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            if (reader.read() instanceof JsonObject message
                    && message.get("asset") instanceof JsonObject asset
                    && asset.get("assetId") instanceof JsonString id) {
                if (message.getString("opType", "").equals("DELETE")) {
                    table.remove(id.getString(), desk.now());
                } else {
                    table.put(id.getString(), asset, desk.now());
                }
            }
        } catch (JsonException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=asset-unreadable", e);
        }
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
