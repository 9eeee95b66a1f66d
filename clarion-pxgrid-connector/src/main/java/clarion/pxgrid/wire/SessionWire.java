package clarion.pxgrid.wire;

/** Fields of the session service's messages (Cisco pxGrid wiki, "Session Directory"). */
public final class SessionWire {

    public static final String SESSIONS = "sessions";
    public static final String SEQUENCE = "sequence";

    public static final String TIMESTAMP = "timestamp";

    /** What releases before 2.4 called the timestamp. */
    public static final String UPDATE_TIME = "updateTime";

    public static final String STATE = "state";
    public static final String MAC_ADDRESS = "macAddress";
    public static final String IP_ADDRESSES = "ipAddresses";
    public static final String CALLING_STATION_ID = "callingStationId";
    public static final String CALLED_STATION_ID = "calledStationId";
    public static final String AUDIT_SESSION_ID = "auditSessionId";
    public static final String USER_NAME = "userName";
    public static final String NAS_IP_ADDRESS = "nasIpAddress";
    public static final String NAS_PORT_ID = "nasPortId";
    public static final String NAS_PORT_TYPE = "nasPortType";
    public static final String NAS_IDENTIFIER = "nasIdentifier";
    public static final String SSID = "ssid";
    public static final String SELECTED_AUTHZ_PROFILES = "selectedAuthzProfiles";
    public static final String POSTURE_STATUS = "postureStatus";
    public static final String ENDPOINT_PROFILE = "endpointProfile";
    public static final String ENDPOINT_OPERATING_SYSTEM = "endpointOperatingSystem";

    /** The SGT's name, not its number. */
    public static final String CTS_SECURITY_GROUP = "ctsSecurityGroup";

    public static final String RADIUS_FLOW_TYPE = "radiusFlowType";
    public static final String AD_NORMALIZED_USER = "adNormalizedUser";
    public static final String AD_USER_SAM_ACCOUNT_NAME = "adUserSamAccountName";
    public static final String AD_USER_NET_BIOS_NAME = "adUserNetBiosName";
    public static final String AD_USER_DOMAIN_NAME = "adUserDomainName";

    private SessionWire() {}
}
