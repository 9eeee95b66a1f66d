package clarion.simulator.ers;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /ers/config/sgtvnvlan}: virtual networks and VLANs of a group; pxGrid is told of each. */
final class SgtVlanResource extends StoredResource {

    private final SecurityGroups groups;
    private final TrustSecConfig config;

    SgtVlanResource(SecurityGroups groups, TrustSecConfig config) {
        super(
                "sgtvnvlan",
                "SgtVNVlanContainer",
                "trustsec.sgtvnvlan",
                EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE),
                new Schema()
                        .must("name", Schema.Kind.TEXT)
                        .must("sgtId", Schema.Kind.TEXT)
                        .may("description", Schema.Kind.TEXT)
                        .may("virtualnetworklist", Schema.Kind.ANY),
                Set.of("name", "description"));
        this.groups = groups;
        this.config = config;
    }

    @Override
    void check(JsonObject container) {
        group(container);
        networks(container).forEach(network -> {
            if (!(network instanceof JsonObject object)
                    || text(object, "name", "").isBlank()) {
                throw ErsFault.missing("virtualnetworklist.name");
            }
        });
    }

    @Override
    void stored(JsonObject container) {
        for (JsonObject network : networks(container).getValuesAs(JsonObject.class)) {
            List<String> vlans = array(network, "vlans").stream()
                    .map(vlan -> text(vlan.asJsonObject(), "name", ""))
                    .toList();
            config.putVlan(group(container), network.getString("name"), vlans);
        }
    }

    private SecurityGroup group(JsonObject container) {
        String id = container.getString("sgtId");
        return groups.find(id).orElseThrow(() -> ErsFault.invalid("There is no Security Group with the ID " + id));
    }

    private static JsonArray networks(JsonObject container) {
        return array(container, "virtualnetworklist");
    }

    private static JsonArray array(JsonObject object, String field) {
        return object.get(field) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** The container that names a group, if one does. */
    Optional<String> user(SecurityGroup group) {
        return all().stream()
                .filter(container -> container.getString("sgtId").equals(group.id()))
                .map(container -> "SGT-VN-VLAN " + container.getString("name"))
                .findFirst();
    }
}
