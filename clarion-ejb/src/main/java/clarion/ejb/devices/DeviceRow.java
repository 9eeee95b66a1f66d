package clarion.ejb.devices;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.ejb.listing.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device as lists show it: what its newest session says, and when it was first and last seen by ISE's clock.
 *
 * @param sgt number of the group, if ISE's catalogue has one of that name
 * @param user the normalised identity
 * @param userName as ISE wrote it
 */
public record DeviceRow(
        MacAddress mac,
        boolean online,
        long liveSessions,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable IpAddress ip,
        @Nullable String profile,
        @Nullable String os,
        @Nullable IpAddress nasIp,
        @Nullable String nasPort,
        @Nullable String ssid,
        @Nullable Long sgt,
        @Nullable String sgtName,
        @Nullable String user,
        @Nullable Long userId,
        @Nullable String userName,
        @Nullable String authMethod) {

    static DeviceRow of(Row row) {
        return new DeviceRow(
                MacAddress.parse(row.text("mac")),
                row.flag("online"),
                row.number("liveSessions"),
                row.time("firstSeen"),
                row.time("lastSeen"),
                row.findIp("ip"),
                row.findText("profile"),
                row.findText("os"),
                row.findIp("nasIp"),
                row.findText("nasPort"),
                row.findText("ssid"),
                row.findNumber("sgt"),
                row.findText("sgtName"),
                row.findText("user"),
                row.findNumber("userId"),
                row.findText("userName"),
                row.findText("authMethod"));
    }
}
