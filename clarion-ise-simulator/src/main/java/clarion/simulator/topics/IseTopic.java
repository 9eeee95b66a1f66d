package clarion.simulator.topics;

import clarion.simulator.IseVersion;
import clarion.simulator.control.ServiceNode;
import java.util.Arrays;
import java.util.Optional;

/** The topics of ISE: their service, the property that names them, the usual destination, and since when. */
public enum IseTopic {
    SESSIONS("sessions", ServiceNode.SESSION, "sessionTopic", "ise.session", IseVersion.V2_7, true),
    SESSIONS_ALL("sessions-all", ServiceNode.SESSION, "sessionTopicAll", "ise.session.all", IseVersion.V3_4, true),
    USER_GROUPS("user-groups", ServiceNode.SESSION, "groupTopic", "ise.session.group", IseVersion.V2_7, false),
    SECURITY_GROUPS(
            "security-groups",
            ServiceNode.TRUSTSEC,
            "securityGroupTopic",
            "ise.config.trustsec.security.group",
            IseVersion.V2_7,
            true),
    SECURITY_GROUP_ACLS(
            "security-group-acls",
            ServiceNode.TRUSTSEC,
            "securityGroupAclTopic",
            "ise.config.trustsec.security.group.acl",
            IseVersion.V2_7,
            true),
    SECURITY_GROUP_VN_VLANS(
            "security-group-vn-vlans",
            ServiceNode.TRUSTSEC,
            "securityGroupVnVlanTopic",
            "ise.config.trustsec.security.group.vnvlan",
            IseVersion.V3_0,
            true),
    VIRTUAL_NETWORKS(
            "virtual-networks",
            ServiceNode.TRUSTSEC,
            "virtualnetworkTopic",
            "ise.config.trustsec.virtualnetwork",
            IseVersion.V3_1,
            true),
    EGRESS_POLICIES(
            "egress-policies",
            ServiceNode.TRUSTSEC,
            "egressPolicyTopic",
            "ise.config.trustsec.egress.policy",
            IseVersion.V3_2,
            true),
    POLICY_DOWNLOADS(
            "policy-downloads",
            ServiceNode.POLICY,
            "policyDownloadTopic",
            "ise.trustsec.policy.download",
            IseVersion.V2_7,
            false),
    SXP_BINDINGS("sxp-bindings", ServiceNode.SXP, "bindingTopic", "ise.sxp.binding", IseVersion.V2_7, false),
    RADIUS_FAILURES(
            "radius-failures", ServiceNode.RADIUS, "failureTopic", "ise.radius.failure", IseVersion.V2_7, false),
    ANC_STATUS("anc-status", ServiceNode.ANC, "statusTopic", "ise.config.anc.status", IseVersion.V2_7, false),
    PROFILES("profiles", ServiceNode.PROFILER, "topic", "ise.config.profiler", IseVersion.V2_7, false),
    MDM_ENDPOINTS("mdm-endpoints", ServiceNode.MDM, "endpointTopic", "ise.mdm.endpoint", IseVersion.V2_7, false),
    ENDPOINTS("endpoints", ServiceNode.ENDPOINT, "topic", "ise.endpoint", IseVersion.V3_0, false),
    /** Context-in: external publishers send, ISE and others read. */
    ENDPOINT_ASSETS("endpoint-assets", ServiceNode.ASSET, "assetTopic", "endpoint.asset", IseVersion.V2_7, false);

    private final String id;
    private final String service;
    private final String property;
    private final String destination;
    private final IseVersion since;
    private final boolean counted;

    IseTopic(String id, String service, String property, String destination, IseVersion since, boolean counted) {
        this.id = id;
        this.service = service;
        this.property = property;
        this.destination = "/topic/com.cisco." + destination;
        this.since = since;
        this.counted = counted;
    }

    /** What faults and the journal call it: lower case, stable. */
    public String id() {
        return id;
    }

    public String service() {
        return service;
    }

    /** The property of the service that tells the destination. */
    public String property() {
        return property;
    }

    /** The destination that ISE tells by default. */
    public String destination() {
        return destination;
    }

    public boolean isOffered(IseVersion version) {
        return version.isAtLeast(since);
    }

    /** Whether its messages have a sequence number in that release. */
    public boolean isNumbered(IseVersion version) {
        return counted && version.hasRecovery();
    }

    /** The topic of an id or of a default destination. */
    public static Optional<IseTopic> of(String idOrDestination) {
        return Arrays.stream(values())
                .filter(topic -> topic.id.equals(idOrDestination) || topic.destination.equals(idOrDestination))
                .findFirst();
    }
}
