package clarion.pxgrid.wire;

/** Services, their properties and their calls (Cisco pxGrid wiki, "ISE services"). */
public final class ServiceWire {

    public static final String SESSION_SERVICE = "com.cisco.ise.session";
    public static final String TRUSTSEC_CONFIG_SERVICE = "com.cisco.ise.config.trustsec";
    public static final String TRUSTSEC_SERVICE = "com.cisco.ise.trustsec";
    public static final String SXP_SERVICE = "com.cisco.ise.sxp";
    public static final String RADIUS_SERVICE = "com.cisco.ise.radius";
    public static final String ANC_SERVICE = "com.cisco.ise.config.anc";
    public static final String PROFILER_SERVICE = "com.cisco.ise.config.profiler";
    public static final String ENDPOINT_SERVICE = "com.cisco.ise.endpoint";
    public static final String ASSET_SERVICE = "com.cisco.endpoint.asset";

    /** Used only when a data service does not name its pubsub service. */
    public static final String PUBSUB_SERVICE = "com.cisco.ise.pubsub";

    /** Property that names the pubsub service of a data service. */
    public static final String WS_PUBSUB_SERVICE = "wsPubsubService";

    /** Property with the WebSocket address of a pubsub node. */
    public static final String WS_URL = "wsUrl";

    /** Property with the base of the REST calls; the older {@code restBaseURL} is another path and is not used. */
    public static final String REST_BASE_URL = "restBaseUrl";

    /** Property with the destination of the session topic; those of the other topics follow. */
    public static final String SESSION_TOPIC = "sessionTopic";

    public static final String GROUP_TOPIC = "groupTopic";
    public static final String SECURITY_GROUP_TOPIC = "securityGroupTopic";
    public static final String SECURITY_GROUP_ACL_TOPIC = "securityGroupAclTopic";
    public static final String EGRESS_POLICY_TOPIC = "egressPolicyTopic";

    /** With a lower-case n, unlike everything else of that name. */
    public static final String VIRTUAL_NETWORK_TOPIC = "virtualnetworkTopic";

    public static final String POLICY_DOWNLOAD_TOPIC = "policyDownloadTopic";
    public static final String BINDING_TOPIC = "bindingTopic";
    public static final String FAILURE_TOPIC = "failureTopic";
    public static final String STATUS_TOPIC = "statusTopic";

    /** Property of services that have but one topic: profiler and endpoint. */
    public static final String TOPIC = "topic";

    public static final String ASSET_TOPIC = "assetTopic";

    public static final String GET_SESSIONS = "getSessions";
    public static final String GET_SESSIONS_FOR_RECOVERY = "getSessionsForRecovery";
    public static final String GET_USER_GROUPS = "getUserGroups";
    public static final String GET_SECURITY_GROUPS = "getSecurityGroups";
    public static final String GET_SECURITY_GROUP_ACLS = "getSecurityGroupAcls";
    public static final String GET_EGRESS_MATRICES = "getEgressMatrices";
    public static final String GET_EGRESS_POLICIES = "getEgressPolicies";
    public static final String GET_VIRTUAL_NETWORK = "getVirtualNetwork";
    public static final String GET_BINDINGS = "getBindings";
    public static final String GET_PROFILES = "getProfiles";
    public static final String GET_ENDPOINTS = "getEndpoints";
    public static final String GET_FAILURES = "getFailures";

    public static final String START_TIMESTAMP = "startTimestamp";
    public static final String START_CREATE_TIMESTAMP = "startCreateTimestamp";
    public static final String START_UPDATE_TIMESTAMP = "startUpdateTimestamp";
    public static final String START_INDEX = "startIndex";
    public static final String RECORD_COUNT = "recordCount";
    public static final String COUNT = "count";

    private ServiceWire() {}
}
