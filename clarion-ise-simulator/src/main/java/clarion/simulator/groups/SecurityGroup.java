package clarion.simulator.groups;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A TrustSec security group.
 *
 * @param id ISE's UUID
 * @param tag the SGT, 0 to 65535
 * @param generation 0 at first, and one more with each change
 * @param toApic whether ACI is told of it
 * @param defaultAcls ids of the SGACLs for those cells of the group that have none
 */
public record SecurityGroup(
        String id, String name, String description, int tag, int generation, boolean toApic, List<String> defaultAcls) {

    /** The group of everything and everybody. */
    public static final int ANY = 65_535;

    public SecurityGroup(String id, String name, String description, int tag) {
        this(id, name, description, tag, 0, false, List.of());
    }

    /** A group with an id made from its name, so that it is the same at every start. */
    public static SecurityGroup of(String name, String description, int tag) {
        return new SecurityGroup(
                UUID.nameUUIDFromBytes(("sgt:" + name).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                name,
                description,
                tag);
    }

    SecurityGroup withGeneration(int number) {
        return new SecurityGroup(id, name, description, tag, number, toApic, defaultAcls);
    }

    /** Whether nobody may change or delete it: Unknown and ANY. */
    public boolean isReadOnly() {
        return tag == 0 || tag == ANY;
    }

    /** The object that getSecurityGroups and the security group topic carry. */
    public JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("description", description)
                .add("tag", tag)
                .build();
    }
}
