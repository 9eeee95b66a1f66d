package clarion.ejb.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the reports of one batch, taken in the order in which they came, change in a device.
 *
 * <p>Address, profile and operating system stay known until others are named. A place is taken as a whole. Group, user
 * and method are those of the newest live report, also where it names none; a report of an end only adds.
 */
final class DeviceFold {

    final String mac;
    Instant firstSeen;
    Instant lastSeen;

    @Nullable
    String ip;

    @Nullable
    String profile;

    @Nullable
    String os;

    @Nullable
    String nasIp;

    @Nullable
    String nasPort;

    @Nullable
    String ssid;

    @Nullable
    String sgtName;

    @Nullable
    Long userId;

    @Nullable
    String userName;

    @Nullable
    String authMethod;

    /** True if group, user and method replace what is stored, absent values included. */
    boolean replacesAccess;

    private Instant newest;

    /** Starts with the first report's time and the time of the newest one that is stored. */
    DeviceFold(String mac, Instant at, Instant stored) {
        this.mac = mac;
        this.firstSeen = at;
        this.lastSeen = at;
        this.newest = stored;
    }

    /** Takes a report; one that is older than the newest so far only says when the device was seen. */
    void add(SeenDevice seen) {
        firstSeen = seen.at().isBefore(firstSeen) ? seen.at() : firstSeen;
        lastSeen = seen.at().isAfter(lastSeen) ? seen.at() : lastSeen;
        if (!seen.at().isBefore(newest)) {
            newest = seen.at();
            take(seen);
        }
    }

    private void take(SeenDevice seen) {
        ip = seen.addresses().isEmpty() ? ip : seen.addresses().get(0);
        profile = or(seen.profile(), profile);
        os = or(seen.os(), os);
        if (seen.nasIp() != null) {
            nasIp = seen.nasIp();
            nasPort = seen.nasPort();
            ssid = seen.ssid();
        }
        replacesAccess |= seen.live();
        sgtName = seen.live() ? seen.sgtName() : or(seen.sgtName(), sgtName);
        if (seen.live() || seen.userId() != null) {
            userId = seen.userId();
            userName = seen.userName();
        }
        authMethod = seen.live() ? seen.authMethod() : or(seen.authMethod(), authMethod);
    }

    private static @Nullable String or(@Nullable String value, @Nullable String fallback) {
        return value == null ? fallback : value;
    }
}
