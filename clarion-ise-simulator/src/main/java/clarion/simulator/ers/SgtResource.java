package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import clarion.simulator.groups.GroupFeed;
import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code /ers/config/sgt}: the groups that pxGrid tells of. */
final class SgtResource extends ErsResource {

    private static final int AUTOMATIC = -1;
    private static final int LEAST = 2;
    private static final int MOST = 65_519;
    private static final int FIRST_AUTOMATIC = 16;

    private final SecurityGroups groups;
    private final GroupFeed feed;
    private final TrustSecConfig config;
    private final GroupUses uses;
    private final Reservations reservations;
    private final IseVersion version;

    SgtResource(
            SecurityGroups groups,
            GroupFeed feed,
            TrustSecConfig config,
            GroupUses uses,
            Reservations reservations,
            IseVersion version) {
        super("sgt", "Sgt", "trustsec.sgt", EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE));
        this.groups = groups;
        this.feed = feed;
        this.config = config;
        this.uses = uses;
        this.reservations = reservations;
        this.version = version;
    }

    @Override
    List<String> versions() {
        return List.of("1.0", "1.1", "1.2");
    }

    @Override
    Schema schema() {
        return new Schema()
                .must("name", Schema.Kind.TEXT)
                .must("value", Schema.Kind.NUMBER)
                .may("description", Schema.Kind.TEXT)
                .may("generationId", Schema.Kind.ANY)
                .may("propogateToApic", Schema.Kind.FLAG)
                .may("isReadOnly", Schema.Kind.FLAG)
                .may("defaultSGACLs", Schema.Kind.TEXTS);
    }

    @Override
    Set<String> filters() {
        return Set.of("name", "description", "value", "propogateToApic");
    }

    @Override
    String unknown(String id) {
        return "Security Group with this ID does not exist: " + id;
    }

    @Override
    List<JsonObject> all() {
        return groups.all().stream().map(SgtResource::json).toList();
    }

    @Override
    Optional<JsonObject> find(String id) {
        return groups.find(id).map(SgtResource::json);
    }

    private static JsonObject json(SecurityGroup group) {
        return Json.createObjectBuilder()
                .add("id", group.id())
                .add("name", group.name())
                .add("description", group.description())
                .add("value", group.tag())
                .add("generationId", group.generation())
                .add("propogateToApic", group.toApic())
                .add("isReadOnly", group.isReadOnly())
                .add("defaultSGACLs", Json.createArrayBuilder(group.defaultAcls()))
                .build();
    }

    @Override
    String create(JsonObject given) {
        uses.beforeCreating(version);
        String id = UUID.randomUUID().toString();
        int wanted = value(given);
        put(new SecurityGroup(
                id,
                given.getString("name"),
                text(given, "description", ""),
                wanted == AUTOMATIC ? next() : wanted,
                0,
                given.getBoolean("propogateToApic", false),
                acls(given, List.of())));
        return id;
    }

    @Override
    void update(JsonObject old, JsonObject given) {
        SecurityGroup known = groups.find(old.getString("id")).orElseThrow();
        refuseReadOnly(known);
        int wanted = given.containsKey("value") ? value(given) : known.tag();
        put(new SecurityGroup(
                known.id(),
                text(given, "name", known.name()),
                text(given, "description", known.description()),
                wanted == AUTOMATIC ? known.tag() : wanted,
                known.generation(),
                given.getBoolean("propogateToApic", known.toApic()),
                acls(given, known.defaultAcls())));
        if (!known.name().equals(text(given, "name", known.name()))) {
            config.rename(known.id());
        }
    }

    @Override
    void delete(JsonObject old) {
        SecurityGroup known = groups.find(old.getString("id")).orElseThrow();
        refuseReadOnly(known);
        uses.beforeDeleting(known);
        feed.delete(known.id());
    }

    private static void refuseReadOnly(SecurityGroup group) {
        if (group.isReadOnly()) {
            throw ErsFault.invalid("Security Group " + group.name() + " is read-only");
        }
    }

    private static int value(JsonObject given) {
        long value = given.getJsonNumber("value").longValue();
        if (value != AUTOMATIC && (value < LEAST || value > MOST)) {
            throw ErsFault.invalid("The Security Group value is " + LEAST + " to " + MOST + ", or " + AUTOMATIC
                    + " for one that ISE chooses; not " + value);
        }
        return (int) value;
    }

    /** The lowest number that is neither taken nor reserved. */
    private int next() {
        Set<Integer> taken = new HashSet<>();
        groups.all().forEach(group -> taken.add(group.tag()));
        for (int tag = FIRST_AUTOMATIC; tag <= MOST; tag++) {
            if (!taken.contains(tag) && !reservations.has(tag)) {
                return tag;
            }
        }
        throw ErsFault.store("No Security Group value is free");
    }

    private void put(SecurityGroup group) {
        if (!group.name().matches("\\w{1,32}")) {
            throw ErsFault.invalid(
                    "Security Group name: 1 to 32 letters, digits and underscores, not '" + group.name() + "'");
        }
        for (SecurityGroup other : groups.all()) {
            if (!other.id().equals(group.id()) && other.name().equalsIgnoreCase(group.name())) {
                throw ErsFault.store("Security Group with the name " + group.name() + " already exists");
            } else if (!other.id().equals(group.id()) && other.tag() == group.tag()) {
                throw ErsFault.store(
                        "Security Group with the value " + group.tag() + " already exists: " + other.name());
            }
        }
        feed.put(group);
    }

    private List<String> acls(JsonObject given, List<String> otherwise) {
        JsonArray ids = given.getJsonArray("defaultSGACLs");
        if (ids == null) {
            return otherwise;
        }
        List<String> acls = List.copyOf(ids.getValuesAs(JsonString::getString));
        for (String id : acls) {
            if (config.acls().find(id).isEmpty()) {
                throw ErsFault.invalid("There is no SGACL with the ID " + id);
            }
        }
        return acls;
    }
}
