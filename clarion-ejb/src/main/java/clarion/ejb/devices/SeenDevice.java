package clarion.ejb.devices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one session report says of its device; text fit for the database.
 *
 * @param mac canonical
 * @param at ISE's time
 * @param live false if the report ends the session: then it says only what it names
 * @param addresses canonical, in ISE's order
 * @param profile ISE's profiling result
 * @param os operating system
 * @param nasIp switch or controller
 * @param nasPort its port
 * @param nasIdentifier its name
 * @param ssid wireless network
 * @param sgtName security group
 * @param userId the user's row
 * @param userKey the user's key
 * @param userName as ISE wrote it
 * @param authMethod RADIUS flow
 */
public record SeenDevice(
        String mac,
        Instant at,
        boolean live,
        List<String> addresses,
        @Nullable String profile,
        @Nullable String os,
        @Nullable String nasIp,
        @Nullable String nasPort,
        @Nullable String nasIdentifier,
        @Nullable String ssid,
        @Nullable String sgtName,
        @Nullable Long userId,
        @Nullable String userKey,
        @Nullable String userName,
        @Nullable String authMethod) {

    /** The first address, or null if there is none. */
    @Nullable
    String address() {
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    /** {@code switch port}, or {@code controller ssid name}; null if the report names neither. */
    @Nullable
    String place() {
        String nas = nasIp != null ? nasIp : nasIdentifier;
        String where = ssid != null ? "ssid " + ssid : nasPort;
        if (nas == null) {
            return where;
        }
        return where == null ? nas : nas + " " + where;
    }
}
