package clarion.ejb.devices;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.MAC;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.domain.devices.MacAddress;
import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Scope;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of what ISE says of devices beside their sessions. */
public final class DeviceTopicLists {

    private static final List<Column> FAILURE_COLUMNS = List.of(
            Column.of("id", INTEGER, "f.number").required(),
            Column.of("failureId", TEXT, "f.id").required(),
            Column.of("at", INSTANT, "coalesce(f.ise_at, f.received_at)").required(),
            Column.of("mac", MAC, "f.mac"),
            Column.of("userName", TEXT, "f.user_name"),
            Column.of("nasIp", IP, "f.nas_ip").asFacet(),
            Column.of("nasPort", TEXT, "f.nas_port"),
            Column.of("reason", TEXT, "f.reason").asFacet(),
            Column.of("messageCode", INTEGER, "f.message_code").asFacet(),
            Column.of("server", TEXT, "f.server").asFacet(),
            Column.of("auditSessionId", TEXT, "f.audit_session_id"),
            Column.of("receivedAt", INSTANT, "f.received_at").required(),
            attribute("authenticationMethod", "authenticationMethod").asFacet(),
            attribute("authenticationProtocol", "authenticationProtocol").asFacet(),
            attribute("identityStore", "identityStore").asFacet(),
            attribute("identityGroup", "identityGroup").asFacet(),
            attribute("networkDevice", "networkDeviceName").asFacet(),
            attribute("deviceType", "deviceType"),
            attribute("location", "location").asFacet(),
            attribute("policySet", "policySetName").asFacet(),
            attribute("authorizationRule", "authorizationRule").asFacet(),
            attribute("sgtName", "ctsSecurityGroup").asFacet(),
            attribute("endpointProfile", "endpointProfile").asFacet(),
            attribute("postureStatus", "postureStatus"),
            attribute("credentialCheck", "credentialCheck"),
            attribute("response", "response"),
            attribute("steps", "executionSteps"));

    /** RADIUS failures, the newest first. */
    public static final ListDefinition FAILURES = new ListDefinition(
            "failures",
            "radius_failure f",
            FAILURE_COLUMNS,
            List.of(SortKey.descending(FAILURE_COLUMNS.get(0))),
            ListDefinition.named(FAILURE_COLUMNS, "mac", "userName", "nasIp", "nasPort", "reason", "messageCode"));

    private static final List<Column> ANC_COLUMNS = List.of(
            Column.of("id", INTEGER, "o.number").required(),
            Column.of("operationId", TEXT, "o.id").required(),
            Column.of("at", INSTANT, "o.received_at").required(),
            Column.of("mac", MAC, "o.mac"),
            Column.of("nasIp", IP, "o.nas_ip").asFacet(),
            Column.of("policy", TEXT, "o.policy_name").asFacet(),
            Column.of("status", TEXT, "o.status").required().asFacet(),
            Column.of("failureReason", TEXT, "o.failure_reason").asFacet());

    /** Operations of Adaptive Network Control, the newest first. */
    public static final ListDefinition ANC = new ListDefinition(
            "anc",
            "anc_operation o",
            ANC_COLUMNS,
            List.of(SortKey.descending(ANC_COLUMNS.get(0))),
            ListDefinition.named(ANC_COLUMNS, "mac", "nasIp", "policy", "status", "failureReason", "operationId"));

    private static final List<Column> QUARANTINED_COLUMNS = List.of(
            Column.of("mac", MAC, "e.mac").required(),
            Column.of("policy", TEXT, "e.policy_name").required().asFacet(),
            Column.of("since", INSTANT, "e.since").required(),
            Column.of("operationId", TEXT, "e.operation_id").required(),
            Column.of("nasIp", IP, "coalesce(e.nas_ip, d.nas_ip)").asFacet(),
            Column.of("ip", IP, "d.ip"),
            Column.of("userName", TEXT, "d.user_name"),
            Column.of("profile", TEXT, "d.profile").asFacet(),
            Column.of("online", BOOLEAN, "coalesce(d.online, false)").required().asFacet());

    /** Endpoints under an ANC policy, by MAC address. */
    public static final ListDefinition QUARANTINED = new ListDefinition(
            "quarantined",
            "anc_endpoint e LEFT JOIN device d ON d.mac = e.mac",
            QUARANTINED_COLUMNS,
            List.of(SortKey.ascending(QUARANTINED_COLUMNS.get(0))),
            ListDefinition.named(QUARANTINED_COLUMNS, "mac", "policy", "ip", "userName", "nasIp"));

    private static final List<Column> PROFILE_COLUMNS = List.of(
            Column.of("id", TEXT, "p.id").required(),
            Column.of("name", TEXT, "p.name").required(),
            Column.of("fullName", TEXT, "p.full_name"),
            Column.of(
                            "devices",
                            INTEGER,
                            "(SELECT count(*) FROM device d WHERE lower(d.profile) COLLATE \"C\" ="
                                    + " lower(p.name) COLLATE \"C\")")
                    .required());

    /** Profiles of the profiler by name, with how many devices match them. */
    public static final ListDefinition PROFILES = new ListDefinition(
            "profiles",
            "(SELECT * FROM endpoint_profile WHERE deleted_at IS NULL) p",
            PROFILE_COLUMNS,
            List.of(SortKey.ascending(PROFILE_COLUMNS.get(1)), SortKey.ascending(number("p"))),
            ListDefinition.named(PROFILE_COLUMNS, "name", "fullName"));

    private static final List<Column> ENDPOINT_COLUMNS = List.of(
            Column.of("mac", MAC, "e.mac").required(),
            Column.of("profile", TEXT, "e.profile").asFacet(),
            Column.of("group", TEXT, "e.identity_group").asFacet(),
            Column.of("updatedAt", INSTANT, "coalesce(e.ise_at, e.received_at)").required());

    /** Endpoints of the profiler, by MAC address. */
    public static final ListDefinition ENDPOINTS = new ListDefinition(
            "endpoints",
            "(SELECT * FROM endpoint WHERE deleted_at IS NULL) e",
            ENDPOINT_COLUMNS,
            List.of(SortKey.ascending(ENDPOINT_COLUMNS.get(0))),
            ListDefinition.named(ENDPOINT_COLUMNS, "mac", "profile", "group"));

    private static final List<Column> ASSET_COLUMNS = List.of(
            Column.of("id", TEXT, "a.id").required(),
            Column.of("name", TEXT, "a.name").required(),
            Column.of("mac", MAC, "a.mac"),
            Column.of("ip", IP, "a.ip"),
            Column.of("vendor", TEXT, "a.vendor").asFacet(),
            Column.of("productId", TEXT, "a.product_id").asFacet(),
            Column.of("serialNumber", TEXT, "a.serial_number"),
            Column.of("deviceType", TEXT, "a.device_type").asFacet(),
            Column.of("protocol", TEXT, "a.protocol").asFacet(),
            Column.of("receivedAt", INSTANT, "a.received_at").required());

    /** Assets that other products told ISE about, by name. */
    public static final ListDefinition ASSETS = new ListDefinition(
            "assets",
            "(SELECT * FROM endpoint_asset WHERE deleted_at IS NULL) a",
            ASSET_COLUMNS,
            List.of(SortKey.ascending(ASSET_COLUMNS.get(1)), SortKey.ascending(number("a"))),
            ListDefinition.named(ASSET_COLUMNS, "name", "mac", "ip", "vendor", "productId", "serialNumber"));

    private DeviceTopicLists() {}

    /** The failures of one device. */
    public static Scope failuresOf(MacAddress mac) {
        return Scope.of("f.mac = ?::macaddr", mac.toString());
    }

    /** What Adaptive Network Control did to one device. */
    public static Scope ancOf(MacAddress mac) {
        return Scope.of("o.mac = ?::macaddr", mac.toString());
    }

    /** A field that ISE need not send, under its name on the wire. */
    private static Column attribute(String name, String wireName) {
        return Column.of(name, TEXT, "(f.attributes ->> '" + wireName + "')");
    }

    /** Tells rows with the same name apart. */
    private static Column number(String table) {
        return Column.of("number", INTEGER, table + ".number").required();
    }
}
