package clarion.pxgrid.wire;

import java.util.List;

/** Fields of the messages about endpoints and users (Cisco pxGrid wiki, "Radius", "ANC", "Profiler", "Asset"). */
public final class EndpointWire {

    public static final String USER_GROUPS = "userGroups";
    public static final String GROUPS = "groups";
    public static final String TYPE = "type";

    public static final String FAILURES = "failures";
    public static final String FAILURE = "failure";
    public static final String MESSAGE_CODE = "messageCode";
    public static final String NAS_PORT_ID = "nasPortId";
    public static final String AUDIT_SESSION_ID = "auditSessionId";
    public static final String CALLING_STATION_ID = "callingStationId";

    public static final String OPERATION_ID = "operationId";
    public static final String POLICY_NAME = "policyName";

    public static final String PROFILES = "profiles";
    public static final String PROFILE = "profile";
    public static final String FULL_NAME = "fullName";

    public static final String ENDPOINTS = "endpoints";
    public static final String ENDPOINT = "endpoint";
    public static final String MAC = "mac";

    /** Names under which releases and documents give an endpoint's profile. */
    public static final List<String> PROFILE_NAMES =
            List.of("profileName", "profile", "endpointProfile", "endpointPolicy");

    /** Names under which releases and documents give an endpoint's identity group. */
    public static final List<String> GROUP_NAMES =
            List.of("identityGroup", "groupName", "endpointIdentityGroup", "group");

    /** Names under which releases and documents give the time of an endpoint's change. */
    public static final List<String> UPDATE_TIMES =
            List.of("timestamp", "updateTimestamp", "updateTime", "lastUpdateTimestamp");

    public static final String ASSET = "asset";
    public static final String ASSETS = "assets";
    public static final String ASSET_ID = "assetId";
    public static final String ASSET_NAME = "assetName";
    public static final String ASSET_MAC_ADDRESS = "assetMacAddress";
    public static final String ASSET_IP_ADDRESS = "assetIpAddress";
    public static final String ASSET_VENDOR = "assetVendor";
    public static final String ASSET_PRODUCT_ID = "assetProductId";
    public static final String ASSET_SERIAL_NUMBER = "assetSerialNumber";
    public static final String ASSET_DEVICE_TYPE = "assetDeviceType";
    public static final String ASSET_PROTOCOL = "assetProtocol";
    public static final String ASSET_CUSTOM_ATTRIBUTES = "assetCustomAttributes";
    public static final String KEY = "key";
    public static final String VALUE = "value";

    private EndpointWire() {}
}
