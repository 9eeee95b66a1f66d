package clarion.simulator.sessions;

/** Wire names of session attributes (Cisco pxGrid wiki, Session Directory), here so that a wrong one has one place. */
public final class SessionFields {

    public static final String TIMESTAMP = "timestamp";
    public static final String STATE = "state";
    public static final String IP_ADDRESSES = "ipAddresses";
    public static final String MAC_ADDRESS = "macAddress";
    public static final String CALLING_STATION_ID = "callingStationId";
    public static final String CALLED_STATION_ID = "calledStationId";
    public static final String AUDIT_SESSION_ID = "auditSessionId";
    public static final String USER_NAME = "userName";
    public static final String NAS_IP_ADDRESS = "nasIpAddress";
    public static final String NAS_PORT_ID = "nasPortId";
    public static final String NAS_PORT_TYPE = "nasPortType";
    public static final String NAS_IDENTIFIER = "nasIdentifier";
    public static final String SSID = "ssid";
    public static final String AIRESPACE_WLAN_ID = "airespaceWlanId";
    public static final String NETWORK_DEVICE_PROFILE_NAME = "networkDeviceProfileName";
    public static final String SERVICE_TYPE = "serviceType";
    public static final String RADIUS_FLOW_TYPE = "radiusFlowType";
    public static final String TUNNEL_PRIVATE_GROUP_ID = "tunnelPrivateGroupId";
    public static final String ENDPOINT_PROFILE = "endpointProfile";
    public static final String ENDPOINT_OPERATING_SYSTEM = "endpointOperatingSystem";
    public static final String CTS_SECURITY_GROUP = "ctsSecurityGroup";
    public static final String SELECTED_AUTHZ_PROFILES = "selectedAuthzProfiles";
    public static final String POSTURE_STATUS = "postureStatus";
    public static final String ANC_POLICY = "ancPolicy";
    public static final String IS_MACHINE_AUTHENTICATION = "isMachineAuthentication";
    public static final String AD_NORMALIZED_USER = "adNormalizedUser";
    public static final String AD_USER_DOMAIN_NAME = "adUserDomainName";
    public static final String AD_USER_NET_BIOS_NAME = "adUserNetBiosName";
    public static final String AD_USER_SAM_ACCOUNT_NAME = "adUserSamAccountName";
    public static final String AD_USER_QUALIFIED_NAME = "adUserQualifiedName";
    public static final String AD_USER_RESOLVED_IDENTITIES = "adUserResolvedIdentities";
    public static final String AD_USER_RESOLVED_DNS = "adUserResolvedDns";
    public static final String AD_HOST_DOMAIN_NAME = "adHostDomainName";
    public static final String AD_HOST_NET_BIOS_NAME = "adHostNetBiosName";
    public static final String AD_HOST_SAM_ACCOUNT_NAME = "adHostSamAccountName";
    public static final String AD_HOST_QUALIFIED_NAME = "adHostQualifiedName";
    public static final String AD_HOST_RESOLVED_IDENTITIES = "adHostResolvedIdentities";
    public static final String AD_HOST_RESOLVED_DNS = "adHostResolvedDns";

    private SessionFields() {}
}
