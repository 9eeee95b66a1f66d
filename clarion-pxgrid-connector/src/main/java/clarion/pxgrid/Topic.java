package clarion.pxgrid;

import java.util.Arrays;
import java.util.Optional;

/**
 * What Clarion follows at ISE. The destination that a topic has at an ISE comes from the service lookup; this is the
 * name that Clarion knows it by, in the database, in the API and in its metrics.
 */
public enum Topic {
    SESSIONS("sessions", true),
    USER_GROUPS("user-groups", true),
    SECURITY_GROUPS("security-groups", true),
    SECURITY_GROUP_ACLS("security-group-acls", true),
    EGRESS_POLICIES("egress-policies", true),
    VIRTUAL_NETWORKS("virtual-networks", true),
    /** Which switch took over which generation of which SGACL. */
    POLICY_DOWNLOADS("policy-downloads", false),
    SXP_BINDINGS("sxp-bindings", true),
    RADIUS_FAILURES("radius-failures", false),
    ANC_STATUS("anc-status", false),
    /** Profiles of the profiler, not the endpoints that match them. */
    PROFILES("profiles", true),
    ENDPOINTS("endpoints", true),
    ENDPOINT_ASSETS("endpoint-assets", false);

    private final String id;
    private final boolean downloadable;

    Topic(String id, boolean downloadable) {
        this.id = id;
        this.downloadable = downloadable;
    }

    /** Lower case, stable: the key in the database, the API and the metrics. */
    public String id() {
        return id;
    }

    /**
     * True if ISE can say the whole state in a bulk answer, so that a loss can be repaired and the picture be compared;
     * false for a series of occurrences.
     */
    public boolean isDownloadable() {
        return downloadable;
    }

    /** The topic of an id. */
    public static Optional<Topic> of(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id.equals(id)).findFirst();
    }
}
