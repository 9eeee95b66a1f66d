package clarion.simulator.ers;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
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
        SecurityGroup group = groups.find(container.getString("sgtId"))
                .orElseThrow(() -> ErsFault.invalid(
                        "There is no Security Group with the ID " + container.getString("sgtId")));
        if (!(container.get("virtualnetworklist") instanceof JsonArray networks)) {
            return;
        }
        for (JsonObject network : networks.getValuesAs(JsonObject.class)) {
            if (text(network, "name", "").isBlank()) {
                throw ErsFault.missing("virtualnetworklist.name");
            }
            JsonArray vlans = network.getJsonArray("vlans");
            config.putVlan(
                    group,
                    network.getString("name"),
                    vlans == null
                            ? List.of()
                            : vlans.getValuesAs(JsonObject.class).stream()
                                    .map(vlan -> text(vlan, "name", ""))
                                    .toList());
        }
    }

    /** The container that names a group, if one does. */
    Optional<String> user(SecurityGroup group) {
        return all().stream()
                .filter(container -> container.getString("sgtId").equals(group.id()))
                .map(container -> "SGT-VN-VLAN " + container.getString("name"))
                .findFirst();
    }
}
