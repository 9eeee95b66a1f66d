package clarion.ejb.devices;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.MAC;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of device lists, in the order of the MAC address. */
public final class DeviceList {

    /** Not joined: every count would pay for the join, which PostgreSQL cannot leave out. */
    private static final String SGT = "(SELECT g.sgt FROM security_group_name g WHERE g.name = d.sgt_name)";

    /** The first equality is the one of the index, the second is exact. */
    private static final String SGT_FILTER = "EXISTS (SELECT 1 FROM security_group_name g WHERE"
            + " lower(g.name) COLLATE \"C\" = lower(d.sgt_name) COLLATE \"C\" AND g.name = d.sgt_name AND ";

    private static final String BY_ADDRESS = "d.mac IN (SELECT a.mac FROM device_address a WHERE ";

    private static final List<Column> COLUMNS = List.of(
            Column.of("mac", MAC, "d.mac").required(),
            Column.of("online", BOOLEAN, "d.online").required().asFacet(),
            Column.of("liveSessions", INTEGER, "d.live_sessions").required(),
            Column.of("firstSeen", INSTANT, "d.first_seen").required(),
            Column.of("lastSeen", INSTANT, "d.last_seen").required(),
            Column.of("ip", IP, "d.ip").matchingAny(BY_ADDRESS, "a.ip", new Column.First("d.ip", null)),
            Column.of("profile", TEXT, "d.profile").asFacet(),
            Column.of("os", TEXT, "d.os").asFacet(),
            Column.of("nasIp", IP, "d.nas_ip").asFacet(),
            Column.of("nasPort", TEXT, "d.nas_port"),
            Column.of("ssid", TEXT, "d.ssid").asFacet(),
            Column.of("sgt", INTEGER, SGT).matchingAny(SGT_FILTER, "g.sgt").asFacet(),
            Column.of("sgtName", TEXT, "d.sgt_name").asFacet(),
            Column.of("user", TEXT, "u.identity"),
            Column.of("userId", INTEGER, "d.user_id"),
            Column.of("userName", TEXT, "d.user_name"),
            Column.of("authMethod", TEXT, "d.auth_method").asFacet());

    /** Every device that was ever seen. */
    public static final ListDefinition DEFINITION = new ListDefinition(
                    "devices",
                    "device d",
                    COLUMNS,
                    List.of(SortKey.ascending(COLUMNS.get(0))),
                    ListDefinition.named(
                            COLUMNS, "mac", "ip", "userName", "sgtName", "profile", "nasPort", "nasIp", "ssid"))
            .joining(" LEFT JOIN network_user u ON u.id = d.user_id", "user");

    private DeviceList() {}
}
