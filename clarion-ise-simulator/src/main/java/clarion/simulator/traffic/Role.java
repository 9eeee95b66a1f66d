package clarion.simulator.traffic;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a device is on its campus: the group that it truly belongs to.
 *
 * @param number 0 and up, in the order of the model
 * @param name unique in its campus
 * @param share of all endpoints that are not servers, or 0
 * @param least servers: how many there are at least
 * @param perServer servers: one more for each so many endpoints
 * @param rhythm when its devices are there and speak
 * @param traits of {@link #TRAITS}
 * @param vlan 110 to 260 by tens; 0 for servers
 * @param type device type as an inventory has it
 * @param system operating system, if an inventory knows it
 * @param profile ISE's endpoint profile, when it is right
 * @param group the Active Directory group of its users, if they have one
 * @param sgt the coarse security group that the network gives it today
 */
public record Role(
        int number,
        String name,
        double share,
        int least,
        int perServer,
        Rhythm rhythm,
        Set<String> traits,
        int vlan,
        String type,
        @Nullable String system,
        String profile,
        @Nullable String group,
        int sgt) {

    /** What may be said of a role beside its keys. */
    static final Set<String> TRAITS =
            Set.of("user", "mobile", "mobile-thing", "byod", "guest", "silent", "late", "server");

    /** Whether somebody logs on. */
    public boolean hasUser() {
        return traits.contains("user");
    }

    /** Whether it comes and goes by radio, and roams. */
    public boolean mobile() {
        return traits.contains("mobile") || traits.contains("mobile-thing");
    }

    /** Whether it says little. */
    public boolean silent() {
        return traits.contains("silent");
    }

    /** Whether it is not there from the beginning. */
    public boolean late() {
        return traits.contains("late");
    }

    public boolean server() {
        return traits.contains("server");
    }

    public boolean guest() {
        return traits.contains("guest");
    }

    public boolean ownDevice() {
        return traits.contains("byod");
    }

    /** Whether a session lasts from when somebody comes until they go; else as long as the device is plugged in. */
    public boolean comesAndGoes() {
        return hasUser() || traits.contains("mobile") || guest();
    }

    /** Whether clients of this role take ports as Windows does. */
    public boolean windows() {
        return system != null && system.startsWith("Windows");
    }

    /** How many devices of this role there are among so many endpoints of which {@code others} are not servers. */
    int count(int endpoints, int others) {
        if (server()) {
            return least + (perServer == 0 ? 0 : endpoints / perServer);
        }
        return (int) Math.max(1, Math.round(share * others));
    }
}
