package clarion.simulator.ers;

import clarion.simulator.records.RecordSource;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code /ers/config/endpoint}: what the profiler knows, as pxGrid tells it, with what was assigned over ERS; and
 * endpoints that only ERS has.
 */
final class EndpointResource extends ErsResource {

    private static final String MAC = "([0-9A-F]{2}:){5}[0-9A-F]{2}";

    private final RecordSource known;
    private final ErsResource groups;
    private final Map<String, JsonObject> assigned = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();

    EndpointResource(RecordSource known, ErsResource groups) {
        super("endpoint", "ERSEndPoint", "identity.endpoint", EnumSet.allOf(Verb.class));
        this.known = known;
        this.groups = groups;
    }

    @Override
    Schema schema() {
        return new Schema()
                .must("mac", Schema.Kind.TEXT)
                .must("groupId", Schema.Kind.TEXT)
                .must("staticGroupAssignment", Schema.Kind.FLAG)
                .must("staticProfileAssignment", Schema.Kind.FLAG)
                .may("name", Schema.Kind.TEXT)
                .may("description", Schema.Kind.TEXT)
                .may("profileId", Schema.Kind.TEXT)
                .may("portalUser", Schema.Kind.TEXT)
                .may("identityStore", Schema.Kind.TEXT)
                .may("identityStoreId", Schema.Kind.TEXT)
                .may("customAttributes", Schema.Kind.ANY)
                .may("mdmAttributes", Schema.Kind.ANY);
    }

    @Override
    Set<String> filters() {
        return Set.of(
                "mac",
                "groupId",
                "profileId",
                "profile",
                "logicalProfileName",
                "portalUser",
                "staticGroupAssignment",
                "staticProfileAssignment");
    }

    @Override
    JsonValue value(JsonObject object, String field) {
        return super.value(object, field.equals("profile") ? "profileId" : field);
    }

    @Override
    List<JsonObject> all() {
        List<JsonObject> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonObject told : known.all()) {
            String id = told.getString("id");
            if (!deleted.contains(id)) {
                seen.add(id);
                all.add(assigned.getOrDefault(id, json(told)));
            }
        }
        assigned.values().stream()
                .filter(one -> !seen.contains(one.getString("id")))
                .forEach(all::add);
        return all;
    }

    private static JsonObject json(JsonObject told) {
        String mac = told.getString("mac").toUpperCase(Locale.ROOT);
        return Json.createObjectBuilder()
                .add("id", told.getString("id"))
                .add("name", mac)
                .add("description", "")
                .add("mac", mac)
                .add("profileId", TrustSecConfig.id("profile:" + told.getString("profileName")))
                .add("groupId", TrustSecConfig.id("endpointgroup:" + told.getString("identityGroup")))
                .add("staticGroupAssignment", false)
                .add("staticProfileAssignment", false)
                .build();
    }

    @Override
    String create(JsonObject given) {
        String mac = mac(given, "");
        String id = TrustSecConfig.id("endpoint:" + mac);
        if (find(id).isPresent()) {
            throw ErsFault.store("Endpoint with the MAC address " + mac + " already exists");
        }
        store(id, mac, Json.createObjectBuilder(), given);
        return id;
    }

    @Override
    void update(JsonObject old, JsonObject given) {
        String mac = old.getString("mac");
        if (!mac(given, mac).equals(mac)) {
            throw ErsFault.invalid("The MAC address of an endpoint cannot be changed");
        }
        store(old.getString("id"), mac, Json.createObjectBuilder(old), given);
    }

    @Override
    void delete(JsonObject old) {
        assigned.remove(old.getString("id"));
        deleted.add(old.getString("id"));
    }

    private static String mac(JsonObject given, String otherwise) {
        String mac = text(given, "mac", otherwise).toUpperCase(Locale.ROOT).replace('-', ':');
        if (!mac.matches(MAC)) {
            throw ErsFault.invalid("Not a MAC address: " + text(given, "mac", ""));
        }
        return mac;
    }

    private void store(String id, String mac, JsonObjectBuilder object, JsonObject given) {
        String group = text(given, "groupId", "");
        if (!group.isEmpty() && groups.find(group).isEmpty()) {
            throw ErsFault.invalid("There is no endpoint group with the ID " + group);
        }
        given.forEach((field, value) -> {
            if (!field.equals("link")) {
                object.add(field, value);
            }
        });
        deleted.remove(id);
        assigned.put(id, object.add("id", id).add("name", mac).add("mac", mac).build());
    }
}
