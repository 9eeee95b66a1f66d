package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code /ers/config/sgacl}: the SGACLs that pxGrid tells of. Their content is checked only if that is asked for. */
final class SgaclResource extends ErsResource {

    private final TrustSecConfig config;
    private final SecurityGroups groups;
    private final boolean newest;

    SgaclResource(TrustSecConfig config, SecurityGroups groups, IseVersion version) {
        super("sgacl", "Sgacl", "trustsec.sgacl", EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE));
        this.config = config;
        this.groups = groups;
        this.newest = version.isAtLeast(IseVersion.V3_5);
    }

    @Override
    Schema schema() {
        Schema schema = new Schema()
                .must("name", Schema.Kind.TEXT)
                .mustBeOneOf("ipVersion", "IPV4", "IPV6", "IP_AGNOSTIC")
                .may("description", Schema.Kind.TEXT)
                .may("aclcontent", Schema.Kind.TEXT)
                .may("generationId", Schema.Kind.ANY)
                .may("modelledContent", Schema.Kind.ANY)
                .may("readOnly", Schema.Kind.FLAG)
                .may("isReadOnly", Schema.Kind.FLAG);
        return newest ? schema.mayBeOneOf("sgAclType", "TRUSTSEC").may("validateAclContent", Schema.Kind.FLAG) : schema;
    }

    @Override
    Set<String> filters() {
        return newest
                ? Set.of("name", "description", "ipVersion", "sgAclType")
                : Set.of("name", "description", "ipVersion");
    }

    @Override
    List<JsonObject> all() {
        return config.acls().all().stream().map(this::json).toList();
    }

    @Override
    Optional<JsonObject> find(String id) {
        return config.acls().find(id).map(this::json);
    }

    private JsonObject json(JsonObject acl) {
        var json = Json.createObjectBuilder()
                .add("id", acl.getString("id"))
                .add("name", acl.getString("name"))
                .add("description", acl.getString("description"))
                .add("generationId", acl.getString("generationId"))
                .add("ipVersion", acl.getString("ipVersion"))
                .add("readOnly", acl.getBoolean("isReadOnly"))
                .add("aclcontent", acl.getString("acl"));
        return newest ? json.add("sgAclType", "TRUSTSEC").build() : json.build();
    }

    @Override
    String create(JsonObject given) {
        String id = UUID.randomUUID().toString();
        put(
                id,
                given.getString("name"),
                text(given, "description", ""),
                given.getString("ipVersion"),
                text(given, "aclcontent", ""),
                given);
        return id;
    }

    @Override
    void update(JsonObject old, JsonObject given) {
        refuseReadOnly(old);
        put(
                old.getString("id"),
                text(given, "name", old.getString("name")),
                text(given, "description", old.getString("description")),
                text(given, "ipVersion", old.getString("ipVersion")),
                text(given, "aclcontent", old.getString("aclcontent")),
                given);
    }

    @Override
    void delete(JsonObject old) {
        refuseReadOnly(old);
        String id = old.getString("id");
        String name = old.getString("name");
        for (JsonObject cell : config.cells().all()) {
            if (cell.getJsonArray("sgaclIds").getValuesAs(JsonString::getString).contains(id)) {
                throw ErsFault.store("SGACL " + name + " is in use by egress matrix cell " + cell.getString("name")
                        + " and cannot be deleted");
            }
        }
        groups.all().stream()
                .filter(group -> group.defaultAcls().contains(id))
                .findFirst()
                .ifPresent(group -> {
                    throw ErsFault.store("SGACL " + name + " is a default SGACL of Security Group " + group.name()
                            + " and cannot be deleted");
                });
        config.deleteAcl(id);
    }

    private static void refuseReadOnly(JsonObject acl) {
        if (acl.getBoolean("readOnly")) {
            throw ErsFault.invalid("SGACL " + acl.getString("name") + " is read-only");
        }
    }

    private void put(String id, String name, String description, String ipVersion, String content, JsonObject given) {
        if (name.isBlank() || name.length() > 32) {
            throw ErsFault.invalid("SGACL name: 1 to 32 characters, not '" + name + "'");
        }
        for (JsonObject other : config.acls().all()) {
            if (!other.getString("id").equals(id) && other.getString("name").equalsIgnoreCase(name)) {
                throw ErsFault.store("SGACL with the name " + name + " already exists");
            }
        }
        if (given.getBoolean("validateAclContent", false)) {
            SgaclSyntax.check(content).ifPresent(fault -> {
                throw ErsFault.invalid("SGACL content: " + fault);
            });
        }
        config.putAcl(id, name, description, ipVersion, content);
    }
}
