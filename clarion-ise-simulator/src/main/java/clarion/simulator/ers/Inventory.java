package clarion.simulator.ers;

import clarion.simulator.IseSimulator;
import clarion.simulator.records.NetworkSwitches;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What ERS tells of the deployment and its network: nodes, network devices and their groups, endpoint groups. */
final class Inventory {

    private static final Map<String, String> ENDPOINT_GROUPS = Map.of(
            "Profiled", "Profiled Identity Group",
            "Unknown", "Unknown Identity Group",
            "Blocked List", "Blocked List Identity Group",
            "RegisteredDevices", "Asset Registered Endpoints Identity Group",
            "GuestEndpoints", "Guest Endpoints Identity Group");

    private Inventory() {}

    /** Endpoint groups; those of the system cannot be deleted. */
    static StoredResource endpointGroups() {
        StoredResource groups =
                new StoredResource(
                        "endpointgroup",
                        "EndPointGroup",
                        "identity.endpointgroup",
                        EnumSet.allOf(ErsResource.Verb.class),
                        new Schema()
                                .must("name", Schema.Kind.TEXT)
                                .may("description", Schema.Kind.TEXT)
                                .may("systemDefined", Schema.Kind.FLAG)
                                .may("parentId", Schema.Kind.TEXT),
                        Set.of("name", "description")) {
                    @Override
                    void delete(JsonObject old) {
                        if (old.getBoolean("systemDefined", false)) {
                            throw ErsFault.invalid(
                                    "Endpoint group " + old.getString("name") + " is defined by the system");
                        }
                        super.delete(old);
                    }
                };
        ENDPOINT_GROUPS.keySet().stream()
                .sorted()
                .forEach(name -> groups.with(named("endpointgroup", name, ENDPOINT_GROUPS.getOrDefault(name, ""))
                        .add("systemDefined", true)
                        .build()));
        return groups;
    }

    /** Groups of network devices, read only. */
    static StoredResource deviceGroups() {
        StoredResource groups = new StoredResource(
                "networkdevicegroup",
                "NetworkDeviceGroup",
                "network.networkdevicegroup",
                EnumSet.of(ErsResource.Verb.NAME),
                new Schema(),
                Set.of("name", "description"));
        for (String root : List.of("Location", "Device Type")) {
            String name = root + "#All " + root + "s";
            groups.with(named("ndg", name, "All " + root + "s")
                    .add("othername", root)
                    .build());
        }
        return groups;
    }

    private static jakarta.json.JsonObjectBuilder named(String kind, String name, String description) {
        return Json.createObjectBuilder()
                .add("id", TrustSecConfig.id(kind + ":" + name))
                .add("name", name)
                .add("description", description);
    }

    /** The switches of the campus, read only. */
    static ErsResource devices(NetworkSwitches switches) {
        return new ReadOnly("networkdevice", "NetworkDevice", "network.networkdevice", Set.of("name", "ipaddress")) {
            @Override
            List<JsonObject> all() {
                return switches.all().stream()
                        .map(one -> named("nd", one.name(), "")
                                .add("ipaddress", one.address())
                                .add(
                                        "NetworkDeviceIPList",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("ipaddress", one.address())
                                                        .add("mask", 32)))
                                .add(
                                        "NetworkDeviceGroupList",
                                        Json.createArrayBuilder(
                                                List.of("Location#All Locations", "Device Type#All Device Types")))
                                .build())
                        .toList();
            }
        };
    }

    /** The nodes of the deployment and which of them is the primary, read only. */
    static ErsResource nodes(int count, Administration administration) {
        return new ReadOnly("node", "Node", "iseinfra.node", Set.of("name")) {
            @Override
            List<JsonObject> all() {
                List<JsonObject> nodes = new ArrayList<>();
                for (int node = 1; node <= count; node++) {
                    String fqdn = IseSimulator.FQDN.replace("ise1", "ise" + node);
                    boolean primary = node == administration.primary();
                    nodes.add(named("node", "ise" + node, "")
                            .add("ipAddress", "127.0.0." + node)
                            .add("fqdn", fqdn)
                            .add("papNode", primary || node == administration.secondary())
                            .add("primaryPapNode", primary)
                            .add("pxGridNode", true)
                            .add("inDeployment", count > 1)
                            .build());
                }
                return nodes;
            }
        };
    }

    private abstract static class ReadOnly extends ErsResource {

        private final Set<String> filters;

        ReadOnly(String name, String wrapper, String mediaType, Set<String> filters) {
            super(name, wrapper, mediaType, EnumSet.of(Verb.NAME));
            this.filters = filters;
        }

        @Override
        Schema schema() {
            return new Schema();
        }

        @Override
        Set<String> filters() {
            return filters;
        }
    }
}
