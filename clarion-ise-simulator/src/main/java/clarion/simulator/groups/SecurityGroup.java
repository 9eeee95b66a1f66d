package clarion.simulator.groups;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A TrustSec security group.
 *
 * @param id ISE's UUID
 * @param tag the SGT, 0 to 65535
 */
public record SecurityGroup(String id, String name, String description, int tag) {

    /** A group with an id made from its name, so that it is the same at every start. */
    public static SecurityGroup of(String name, String description, int tag) {
        return new SecurityGroup(
                UUID.nameUUIDFromBytes(("sgt:" + name).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                name,
                description,
                tag);
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
