package clarion.pxgrid.topics;

import static clarion.pxgrid.topics.RecordForm.orEmpty;
import static clarion.pxgrid.topics.RecordForm.required;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.AncOperation;
import clarion.pxgrid.records.AssetRecord;
import clarion.pxgrid.records.EndpointRecord;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.ProfileRecord;
import clarion.pxgrid.records.RadiusFailureRecord;
import clarion.pxgrid.records.UserGroupsRecord;
import clarion.pxgrid.wire.EndpointWire;
import clarion.pxgrid.wire.RecordWire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How users' groups and everything about endpoints comes. */
final class EndpointForms {

    static final RecordForm USER_GROUPS = new RecordForm(
            Topic.USER_GROUPS, EndpointWire.USER_GROUPS, null, null, true, (fields, deleted) -> userGroups(fields));

    static final RecordForm RADIUS_FAILURES = new RecordForm(
            Topic.RADIUS_FAILURES,
            EndpointWire.FAILURES,
            null,
            EndpointWire.FAILURE,
            true,
            (fields, deleted) -> failure(fields));

    static final RecordForm ANC_STATUS = new RecordForm(
            Topic.ANC_STATUS, EndpointWire.OPERATION_ID, null, null, true, (fields, deleted) -> operation(fields));

    static final RecordForm PROFILES = new RecordForm(
            Topic.PROFILES, EndpointWire.PROFILES, null, EndpointWire.PROFILE, true, EndpointForms::profile);

    static final RecordForm ENDPOINTS = new RecordForm(
            Topic.ENDPOINTS, EndpointWire.ENDPOINTS, null, EndpointWire.ENDPOINT, true, EndpointForms::endpoint);

    static final RecordForm ENDPOINT_ASSETS = new RecordForm(
            Topic.ENDPOINT_ASSETS, EndpointWire.ASSETS, null, EndpointWire.ASSET, true, EndpointForms::asset);

    private static final Set<String> FAILURE_PLACES = Set.of(
            RecordWire.ID,
            RecordWire.MAC_ADDRESS,
            RecordWire.USER_NAME,
            RecordWire.NAS_IP_ADDRESS,
            EndpointWire.NAS_PORT_ID,
            RecordWire.FAILURE_REASON,
            EndpointWire.MESSAGE_CODE,
            RecordWire.SERVER_NAME,
            EndpointWire.AUDIT_SESSION_ID,
            RecordWire.TIMESTAMP);

    private static final Set<String> ENDPOINT_PLACES = endpointPlaces();

    private static final Set<String> ASSET_PLACES = Set.of(
            EndpointWire.ASSET_ID,
            EndpointWire.ASSET_NAME,
            EndpointWire.ASSET_MAC_ADDRESS,
            EndpointWire.ASSET_IP_ADDRESS,
            EndpointWire.ASSET_VENDOR,
            EndpointWire.ASSET_PRODUCT_ID,
            EndpointWire.ASSET_SERIAL_NUMBER,
            EndpointWire.ASSET_DEVICE_TYPE,
            EndpointWire.ASSET_PROTOCOL,
            EndpointWire.ASSET_CUSTOM_ATTRIBUTES);

    private EndpointForms() {}

    private static Set<String> endpointPlaces() {
        Set<String> places = new HashSet<>(RecordForm.MARKS);
        places.addAll(List.of(RecordWire.MAC_ADDRESS, EndpointWire.MAC));
        places.addAll(EndpointWire.PROFILE_NAMES);
        places.addAll(EndpointWire.GROUP_NAMES);
        places.addAll(EndpointWire.UPDATE_TIMES);
        return Set.copyOf(places);
    }

    private static IseRecord userGroups(Fields fields) {
        List<UserGroupsRecord.Group> groups = new ArrayList<>();
        for (Fields group : fields.objects(EndpointWire.GROUPS)) {
            groups.add(new UserGroupsRecord.Group(required(group, RecordWire.NAME), group.text(EndpointWire.TYPE)));
        }
        return new UserGroupsRecord(required(fields, RecordWire.USER_NAME), groups);
    }

    private static IseRecord failure(Fields fields) {
        MacAddress mac = valueOf(fields, RecordWire.MAC_ADDRESS, MacAddress::parse);
        String calling = fields.text(EndpointWire.CALLING_STATION_ID);
        return new RadiusFailureRecord(
                required(fields, RecordWire.ID),
                mac == null && calling != null ? MacAddress.find(calling).orElse(null) : mac,
                fields.text(RecordWire.USER_NAME),
                valueOf(fields, RecordWire.NAS_IP_ADDRESS, IpAddress::parse),
                fields.text(EndpointWire.NAS_PORT_ID),
                fields.text(RecordWire.FAILURE_REASON),
                fields.integer(EndpointWire.MESSAGE_CODE),
                fields.text(RecordWire.SERVER_NAME),
                fields.scalar(EndpointWire.AUDIT_SESSION_ID),
                fields.others(FAILURE_PLACES),
                fields.time(RecordWire.TIMESTAMP));
    }

    private static IseRecord operation(Fields fields) {
        return new AncOperation(
                required(fields, EndpointWire.OPERATION_ID),
                valueOf(fields, RecordWire.MAC_ADDRESS, MacAddress::parse),
                valueOf(fields, RecordWire.NAS_IP_ADDRESS, IpAddress::parse),
                fields.text(EndpointWire.POLICY_NAME),
                required(fields, RecordWire.STATUS),
                fields.text(RecordWire.FAILURE_REASON));
    }

    private static IseRecord profile(Fields fields, boolean deleted) {
        return new ProfileRecord(
                required(fields, RecordWire.ID),
                deleted ? orEmpty(fields.text(RecordWire.NAME)) : required(fields, RecordWire.NAME),
                fields.text(EndpointWire.FULL_NAME),
                deleted);
    }

    private static IseRecord endpoint(Fields fields, boolean deleted) {
        String mac = fields.firstScalar(List.of(RecordWire.MAC_ADDRESS, EndpointWire.MAC));
        if (mac == null) {
            throw new IllegalArgumentException(RecordWire.MAC_ADDRESS + ": missing");
        }
        Instant at = null;
        for (String name : EndpointWire.UPDATE_TIMES) {
            at = at == null ? fields.time(name) : at;
        }
        return new EndpointRecord(
                named(RecordWire.MAC_ADDRESS, mac, MacAddress::parse),
                fields.firstScalar(EndpointWire.PROFILE_NAMES),
                fields.firstScalar(EndpointWire.GROUP_NAMES),
                fields.others(ENDPOINT_PLACES),
                at,
                deleted);
    }

    private static IseRecord asset(Fields fields, boolean deleted) {
        SortedMap<String, String> attributes = fields.others(ASSET_PLACES);
        for (Fields custom : fields.objects(EndpointWire.ASSET_CUSTOM_ATTRIBUTES)) {
            String value = custom.any(EndpointWire.VALUE);
            if (value != null) {
                attributes.put(required(custom, EndpointWire.KEY), value);
            }
        }
        return new AssetRecord(
                required(fields, EndpointWire.ASSET_ID),
                orEmpty(fields.text(EndpointWire.ASSET_NAME)),
                valueOf(fields, EndpointWire.ASSET_MAC_ADDRESS, MacAddress::parse),
                valueOf(fields, EndpointWire.ASSET_IP_ADDRESS, IpAddress::parse),
                fields.text(EndpointWire.ASSET_VENDOR),
                fields.text(EndpointWire.ASSET_PRODUCT_ID),
                fields.text(EndpointWire.ASSET_SERIAL_NUMBER),
                fields.text(EndpointWire.ASSET_DEVICE_TYPE),
                fields.text(EndpointWire.ASSET_PROTOCOL),
                attributes,
                deleted);
    }

    private static <T> @Nullable T valueOf(Fields fields, String name, Function<String, T> parse) {
        String text = fields.text(name);
        return text == null ? null : named(name, text, parse);
    }

    private static <T> T named(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
