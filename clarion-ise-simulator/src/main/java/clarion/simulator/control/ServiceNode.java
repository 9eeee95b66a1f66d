package clarion.simulator.control;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One provider of a pxGrid service.
 *
 * @param name the service, such as {@code com.cisco.ise.session}
 * @param nodeName the provider node, to which an access secret belongs
 * @param properties what ServiceLookup tells about it
 */
public record ServiceNode(String name, String nodeName, Map<String, String> properties) {

    public static final String SESSION = "com.cisco.ise.session";
    public static final String PUBSUB = "com.cisco.ise.pubsub";
    public static final String TRUSTSEC = "com.cisco.ise.config.trustsec";
    public static final String POLICY = "com.cisco.ise.trustsec";
    public static final String SXP = "com.cisco.ise.sxp";
    public static final String RADIUS = "com.cisco.ise.radius";
    public static final String ANC = "com.cisco.ise.config.anc";
    public static final String PROFILER = "com.cisco.ise.config.profiler";
    public static final String SYSTEM = "com.cisco.ise.system";
    public static final String MDM = "com.cisco.ise.mdm";
    public static final String ENDPOINT = "com.cisco.ise.endpoint";
    public static final String ASSET = "com.cisco.endpoint.asset";

    public static final String REST_BASE_URL = "restBaseUrl";
    public static final String WS_URL = "wsUrl";
    public static final String WS_PUBSUB_SERVICE = "wsPubsubService";
    public static final String SESSION_TOPIC = "sessionTopic";
    public static final String GROUP_TOPIC = "groupTopic";
    public static final String SECURITY_GROUP_TOPIC = "securityGroupTopic";

    public ServiceNode {
        properties = Map.copyOf(properties);
    }

    /** Whether the node's URL names this host, as {@code Services} wrote it. */
    public boolean isAt(String host) {
        String url = properties.getOrDefault(REST_BASE_URL, properties.get(WS_URL));
        return url != null && host.equalsIgnoreCase(URI.create(url).getHost());
    }

    /** The path of {@link #REST_BASE_URL} or {@link #WS_URL}, or null if there is none. */
    public @Nullable String path() {
        String url = properties.getOrDefault(REST_BASE_URL, properties.get(WS_URL));
        return url == null ? null : URI.create(url).getPath();
    }
}
