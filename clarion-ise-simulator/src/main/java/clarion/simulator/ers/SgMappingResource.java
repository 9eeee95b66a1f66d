package clarion.simulator.ers;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.SxpBindings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /ers/config/sgmapping}: addresses with a security group; what is deployed is an SXP binding from then on. */
final class SgMappingResource extends StoredResource {

    private static final String ADDRESS = "[0-9A-Fa-f.:]+(/[0-9]{1,3})?";

    private final SecurityGroups groups;
    private final SxpBindings bindings;

    SgMappingResource(SecurityGroups groups, SxpBindings bindings) {
        super(
                "sgmapping",
                "SGMapping",
                "trustsec.sgmapping",
                EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE),
                new Schema()
                        .must("name", Schema.Kind.TEXT)
                        .mustBeOneOf("deployType", "ALL", "ND", "NDG")
                        .may("description", Schema.Kind.TEXT)
                        .may("deployTo", Schema.Kind.TEXT)
                        .may("hostName", Schema.Kind.TEXT)
                        .may("hostIp", Schema.Kind.TEXT)
                        .may("sgt", Schema.Kind.TEXT)
                        .may("mappingGroup", Schema.Kind.TEXT)
                        .may("sgtDomain", Schema.Kind.TEXT)
                        .may("ttl", Schema.Kind.NUMBER)
                        .may("resolvingNodes", Schema.Kind.ANY),
                Set.of("hostName", "groupName", "ip", "sgtName"));
        this.groups = groups;
        this.bindings = bindings;
    }

    @Override
    JsonValue value(JsonObject mapping, String field) {
        return switch (field) {
            case "ip" -> super.value(mapping, "hostIp");
            case "groupName" -> super.value(mapping, "mappingGroup");
            case "sgtName" ->
                groups.find(text(mapping, "sgt", ""))
                        .<JsonValue>map(group -> Json.createValue(group.name()))
                        .orElse(JsonValue.NULL);
            default -> super.value(mapping, field);
        };
    }

    @Override
    void check(JsonObject mapping) {
        boolean byName = !text(mapping, "hostName", "").isBlank();
        String address = text(mapping, "hostIp", "");
        if (byName == !address.isBlank()) {
            throw ErsFault.invalid("A mapping has either a hostName or a hostIp");
        }
        if (!byName && !address.matches(ADDRESS)) {
            throw ErsFault.invalid("hostIp is no address: " + address);
        }
        String sgt = text(mapping, "sgt", "");
        if (sgt.isBlank() == text(mapping, "mappingGroup", "").isBlank()) {
            throw ErsFault.invalid("A mapping has either an sgt or a mappingGroup");
        }
        if (!sgt.isBlank() && groups.find(sgt).isEmpty()) {
            throw ErsFault.invalid("There is no Security Group with the ID " + sgt);
        }
        if (!mapping.getString("deployType").equals("ALL")
                && text(mapping, "deployTo", "").isBlank()) {
            throw ErsFault.missing("deployTo");
        }
    }

    /** The mapping that names a group, if one does. */
    Optional<String> user(SecurityGroup group) {
        return all().stream()
                .filter(mapping -> text(mapping, "sgt", "").equals(group.id()))
                .map(mapping -> "SG mapping " + mapping.getString("name"))
                .findFirst();
    }

    @Override
    @Nullable
    ErsReply act(ErsCall call) {
        List<String> path = call.segments();
        boolean all = path.size() == 2 && path.get(1).equals("deployall");
        boolean status =
                path.size() == 3 && path.get(1).equals("deploy") && path.get(2).equals("status");
        boolean one = path.size() == 3 && path.get(2).equals("deploy");
        if (!all && !status && !one) {
            return null;
        }
        String method = status ? "GET" : "PUT";
        if (!call.method().equals(method)) {
            throw ErsFault.unsupportedMethod(call.method(), method);
        }
        if (status) {
            JsonObject value = Json.createObjectBuilder()
                    .add("name", "status")
                    .add("value", "Deploy completed")
                    .build();
            return ErsReply.ok(Json.createObjectBuilder()
                    .add(
                            "OperationResult",
                            Json.createObjectBuilder()
                                    .add(
                                            "resultValue",
                                            Json.createArrayBuilder().add(value)))
                    .build());
        }
        List<JsonObject> chosen =
                all ? all() : List.of(find(path.get(1)).orElseThrow(() -> ErsFault.notFound(unknown(path.get(1)))));
        chosen.forEach(this::deploy);
        return ErsReply.done();
    }

    private void deploy(JsonObject mapping) {
        String address = text(mapping, "hostIp", "");
        groups.find(text(mapping, "sgt", ""))
                .filter(group -> !address.isBlank())
                .ifPresent(group -> {
                    String length = address.indexOf('/') >= 0 ? "" : address.indexOf(':') >= 0 ? "/128" : "/32";
                    bindings.put(group.tag(), address + length, "127.0.0.1");
                });
    }
}
