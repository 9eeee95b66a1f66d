package clarion.simulator.control;

import clarion.simulator.IseVersion;
import clarion.simulator.topics.IseTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which services an ISE deployment offers, and where: every one on every node, which are replicas of each other. */
public final class ServicePlan {

    private static final String OLD_REST_BASE_URL = "restBaseURL";

    /** A service: the role of its node, and its path. */
    private record Offer(String service, String role, String path, IseVersion since) {}

    private static final List<Offer> OFFERS = List.of(
            new Offer(ServiceNode.SESSION, "mnt", "mnt/sd", IseVersion.V2_7),
            new Offer(ServiceNode.TRUSTSEC, "admin", "ise/config/trustsec", IseVersion.V2_7),
            new Offer(ServiceNode.POLICY, "admin", "ise/trustsec", IseVersion.V2_7),
            new Offer(ServiceNode.SXP, "sxp", "ise/sxp", IseVersion.V2_7),
            new Offer(ServiceNode.RADIUS, "mnt", "mnt/radius", IseVersion.V2_7),
            new Offer(ServiceNode.ANC, "admin", "ise/config/anc", IseVersion.V2_7),
            new Offer(ServiceNode.PROFILER, "admin", "ise/config/profiler", IseVersion.V2_7),
            new Offer(ServiceNode.SYSTEM, "mnt", "mnt/system", IseVersion.V2_7),
            new Offer(ServiceNode.MDM, "admin", "ise/mdm", IseVersion.V2_7),
            new Offer(ServiceNode.ENDPOINT, "admin", "ise/endpoint", IseVersion.V3_0));

    private ServicePlan() {}

    /**
     * Registers everything.
     *
     * @param hosts where each node is, as URLs write it
     */
    public static void register(Services services, IseVersion version, List<String> hosts, int port) {
        for (int i = 0; i < hosts.size(); i++) {
            String authority = hosts.get(i) + ":" + port;
            String node = "-ise" + (i + 1);
            services.add(new ServiceNode(
                    ServiceNode.PUBSUB,
                    "~ise-pubsub" + node,
                    Map.of(ServiceNode.WS_URL, "wss://" + authority + "/pxgrid/ise/pubsub")));
            for (Offer offer : OFFERS) {
                if (version.isAtLeast(offer.since())) {
                    services.add(new ServiceNode(
                            offer.service(),
                            "~ise-" + offer.role() + node,
                            properties(offer, version, "https://" + authority + "/pxgrid/")));
                }
            }
        }
        // context-in: what a publisher of assets would have registered
        services.add(new ServiceNode(
                ServiceNode.ASSET,
                "industrial-network-director",
                Map.of(
                        ServiceNode.WS_PUBSUB_SERVICE,
                        ServiceNode.PUBSUB,
                        IseTopic.ENDPOINT_ASSETS.property(),
                        IseTopic.ENDPOINT_ASSETS.destination())));
    }

    private static Map<String, String> properties(Offer offer, IseVersion version, String base) {
        Map<String, String> properties = new HashMap<>(Map.of(ServiceNode.REST_BASE_URL, base + offer.path()));
        if (offer.service().equals(ServiceNode.SESSION) || offer.service().equals(ServiceNode.MDM)) {
            // deprecated: at a path that serves nothing any more
            properties.put(
                    OLD_REST_BASE_URL, base + offer.path().replace("ise/", "").replace("/sd", "") + "/bd");
        }
        for (IseTopic topic : IseTopic.values()) {
            if (topic.service().equals(offer.service()) && topic.isOffered(version)) {
                properties.put(ServiceNode.WS_PUBSUB_SERVICE, ServiceNode.PUBSUB);
                properties.put(topic.property(), topic.destination());
            }
        }
        return properties;
    }
}
