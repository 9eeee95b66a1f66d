package clarion.simulator.groups;

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
                java.util
                        .UUID
                        .nameUUIDFromBytes(("sgt:" + name).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                name,
                description,
                tag);
    }
}
