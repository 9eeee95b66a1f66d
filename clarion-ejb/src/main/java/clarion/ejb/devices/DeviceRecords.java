package clarion.ejb.devices;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.ejb.DatabaseText;
import clarion.ejb.topics.RecordColumn;
import clarion.ejb.topics.RecordDefinition;
import clarion.pxgrid.records.AssetRecord;
import clarion.pxgrid.records.EndpointRecord;
import clarion.pxgrid.records.ProfileRecord;
import clarion.pxgrid.records.RadiusFailureRecord;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What ISE says of devices beside their sessions, as rows: failures, profiles, endpoints, assets. */
public final class DeviceRecords {

    public static final RecordDefinition<RadiusFailureRecord> FAILURES = new RecordDefinition<>(
            RadiusFailureRecord.class,
            "radius_failure",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    mac(RadiusFailureRecord::mac),
                    text("user_name", RadiusFailureRecord::userName),
                    address("nas_ip", RadiusFailureRecord::nasIp),
                    text("nas_port", RadiusFailureRecord::nasPort),
                    text("reason", RadiusFailureRecord::reason),
                    RecordColumn.of("message_code", "int4", RadiusFailureRecord::messageCode),
                    text("server", RadiusFailureRecord::server),
                    text("audit_session_id", RadiusFailureRecord::auditSessionId),
                    RecordColumn.of("attributes", "jsonb", r -> DatabaseText.json(r.attributes()))),
            true);

    public static final RecordDefinition<ProfileRecord> PROFILES = new RecordDefinition<>(
            ProfileRecord.class,
            "endpoint_profile",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(text("name", ProfileRecord::name), text("full_name", ProfileRecord::fullName)),
            false);

    /** Events carry other attributes than the bulk answer, so that these tell nothing about what was missed. */
    public static final RecordDefinition<EndpointRecord> ENDPOINTS = new RecordDefinition<>(
            EndpointRecord.class,
            "endpoint",
            "mac",
            "macaddr",
            r -> r.mac().toString(),
            List.of(
                    text("profile", EndpointRecord::profile).notAlwaysSaid(),
                    text("identity_group", EndpointRecord::group).notAlwaysSaid(),
                    RecordColumn.<EndpointRecord>of("attributes", "jsonb", r -> DatabaseText.json(r.attributes()))
                            .notCompared()),
            false);

    public static final RecordDefinition<AssetRecord> ASSETS = new RecordDefinition<>(
            AssetRecord.class,
            "endpoint_asset",
            "id",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    text("name", AssetRecord::name),
                    mac(AssetRecord::mac),
                    address("ip", AssetRecord::ip),
                    text("vendor", AssetRecord::vendor),
                    text("product_id", AssetRecord::productId),
                    text("serial_number", AssetRecord::serialNumber),
                    text("device_type", AssetRecord::deviceType),
                    text("protocol", AssetRecord::protocol),
                    RecordColumn.of("attributes", "jsonb", r -> DatabaseText.json(r.attributes()))),
            true);

    private DeviceRecords() {}

    private static <R> RecordColumn<R> text(String name, Function<R, @Nullable String> value) {
        return RecordColumn.of(name, "text", r -> DatabaseText.text(value.apply(r)));
    }

    private static <R> RecordColumn<R> mac(Function<R, @Nullable MacAddress> value) {
        return RecordColumn.of("mac", "macaddr", r -> string(value.apply(r)));
    }

    private static <R> RecordColumn<R> address(String name, Function<R, @Nullable IpAddress> value) {
        return RecordColumn.of(name, "inet", r -> string(value.apply(r)));
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
