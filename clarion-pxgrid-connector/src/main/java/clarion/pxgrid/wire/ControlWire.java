package clarion.pxgrid.wire;

/** Methods and fields of the pxGrid control plane (Cisco pxGrid wiki, "pxGrid Consumer"). */
public final class ControlWire {

    /** Path before the method name, on the controller's HTTPS port. */
    public static final String BASE_PATH = "/pxgrid/control/";

    public static final int DEFAULT_PORT = 8910;

    public static final String ACCOUNT_CREATE = "AccountCreate";
    public static final String ACCOUNT_ACTIVATE = "AccountActivate";
    public static final String SERVICE_LOOKUP = "ServiceLookup";
    public static final String ACCESS_SECRET = "AccessSecret";

    public static final String DESCRIPTION = "description";
    public static final String ACCOUNT_STATE = "accountState";
    public static final String VERSION = "version";
    public static final String NAME = "name";
    public static final String SERVICES = "services";
    public static final String NODE_NAME = "nodeName";
    public static final String PROPERTIES = "properties";
    public static final String PEER_NODE_NAME = "peerNodeName";
    public static final String SECRET = "secret";
    public static final String PASSWORD = "password";

    public static final String STATE_ENABLED = "ENABLED";
    public static final String STATE_PENDING = "PENDING";
    public static final String STATE_DISABLED = "DISABLED";

    private ControlWire() {}
}
