package clarion.pxgrid.wire;

/** Services, their properties and their calls (Cisco pxGrid wiki, "ISE services"). */
public final class ServiceWire {

    public static final String SESSION_SERVICE = "com.cisco.ise.session";
    public static final String TRUSTSEC_CONFIG_SERVICE = "com.cisco.ise.config.trustsec";

    /** Used only when a data service does not name its pubsub service. */
    public static final String PUBSUB_SERVICE = "com.cisco.ise.pubsub";

    /** Property that names the pubsub service of a data service. */
    public static final String WS_PUBSUB_SERVICE = "wsPubsubService";

    /** Property with the WebSocket address of a pubsub node. */
    public static final String WS_URL = "wsUrl";

    /** Property with the base of the REST calls; the older {@code restBaseURL} is another path and is not used. */
    public static final String REST_BASE_URL = "restBaseUrl";

    /** Property with the destination of the session topic. */
    public static final String SESSION_TOPIC = "sessionTopic";

    public static final String GET_SESSIONS = "getSessions";
    public static final String GET_SESSIONS_FOR_RECOVERY = "getSessionsForRecovery";
    public static final String GET_SECURITY_GROUPS = "getSecurityGroups";

    public static final String START_TIMESTAMP = "startTimestamp";

    public static final String SECURITY_GROUPS = "securityGroups";
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String TAG = "tag";
    public static final String DESCRIPTION = "description";

    private ServiceWire() {}
}
