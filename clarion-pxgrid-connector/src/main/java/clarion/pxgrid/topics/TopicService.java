package clarion.pxgrid.topics;

import clarion.pxgrid.Topic;
import clarion.pxgrid.wire.ServiceWire;
import org.jspecify.annotations.Nullable;

/**
 * Where a topic is found at ISE.
 *
 * @param topic which
 * @param service the service that tells its destination and answers its calls
 * @param property the service's property with the destination
 * @param form how its records come; null for sessions, which have a reader of their own
 * @param download the call for all that there is, or null
 * @param paging how that call takes pages
 * @param recovery the call for what came or changed since a time, or null
 */
public record TopicService(
        Topic topic,
        String service,
        String property,
        @Nullable RecordForm form,
        @Nullable String download,
        Paging paging,
        @Nullable String recovery) {

    /** How a bulk call takes pages. */
    public enum Paging {
        /** Not at all. */
        NONE,
        /**
         * By {@code startIndex} and {@code recordCount}; the answer says {@code totalCount} (TrustSec configuration).
         */
        RECORDS,
        /** By {@code startIndex} and {@code count}; a start time must be given (endpoints). */
        ENDPOINTS
    }

    /** The form of a call's answer that tells what the records of this topic belong to, or null if there is no such. */
    public @Nullable RecordForm parents() {
        return topic == Topic.EGRESS_POLICIES ? TrustSecForms.EGRESS_MATRICES : null;
    }

    /** Whether ISE can be asked for what was missed. */
    public boolean isRepairable() {
        return download != null || recovery != null;
    }

    /** The source of a topic. */
    public static TopicService of(Topic topic) {
        return switch (topic) {
            case SESSIONS ->
                new TopicService(
                        topic,
                        ServiceWire.SESSION_SERVICE,
                        ServiceWire.SESSION_TOPIC,
                        null,
                        ServiceWire.GET_SESSIONS,
                        Paging.NONE,
                        ServiceWire.GET_SESSIONS_FOR_RECOVERY);
            case USER_GROUPS ->
                new TopicService(
                        topic,
                        ServiceWire.SESSION_SERVICE,
                        ServiceWire.GROUP_TOPIC,
                        EndpointForms.USER_GROUPS,
                        ServiceWire.GET_USER_GROUPS,
                        Paging.NONE,
                        null);
            case SECURITY_GROUPS ->
                config(
                        TrustSecForms.SECURITY_GROUPS,
                        ServiceWire.SECURITY_GROUP_TOPIC,
                        ServiceWire.GET_SECURITY_GROUPS);
            case SECURITY_GROUP_ACLS ->
                config(
                        TrustSecForms.SECURITY_GROUP_ACLS,
                        ServiceWire.SECURITY_GROUP_ACL_TOPIC,
                        ServiceWire.GET_SECURITY_GROUP_ACLS);
            case EGRESS_POLICIES ->
                config(TrustSecForms.EGRESS_POLICIES, ServiceWire.EGRESS_POLICY_TOPIC, ServiceWire.GET_EGRESS_POLICIES);
            case VIRTUAL_NETWORKS ->
                config(
                        TrustSecForms.VIRTUAL_NETWORKS,
                        ServiceWire.VIRTUAL_NETWORK_TOPIC,
                        ServiceWire.GET_VIRTUAL_NETWORK);
            case POLICY_DOWNLOADS ->
                new TopicService(
                        topic,
                        ServiceWire.TRUSTSEC_SERVICE,
                        ServiceWire.POLICY_DOWNLOAD_TOPIC,
                        TrustSecForms.POLICY_DOWNLOADS,
                        null,
                        Paging.NONE,
                        null);
            case SXP_BINDINGS ->
                new TopicService(
                        topic,
                        ServiceWire.SXP_SERVICE,
                        ServiceWire.BINDING_TOPIC,
                        TrustSecForms.SXP_BINDINGS,
                        ServiceWire.GET_BINDINGS,
                        Paging.NONE,
                        null);
            case RADIUS_FAILURES ->
                new TopicService(
                        topic,
                        ServiceWire.RADIUS_SERVICE,
                        ServiceWire.FAILURE_TOPIC,
                        EndpointForms.RADIUS_FAILURES,
                        null,
                        Paging.NONE,
                        ServiceWire.GET_FAILURES);
            case ANC_STATUS ->
                new TopicService(
                        topic,
                        ServiceWire.ANC_SERVICE,
                        ServiceWire.STATUS_TOPIC,
                        EndpointForms.ANC_STATUS,
                        null,
                        Paging.NONE,
                        null);
            case PROFILES ->
                new TopicService(
                        topic,
                        ServiceWire.PROFILER_SERVICE,
                        ServiceWire.TOPIC,
                        EndpointForms.PROFILES,
                        ServiceWire.GET_PROFILES,
                        Paging.NONE,
                        null);
            case ENDPOINTS ->
                new TopicService(
                        topic,
                        ServiceWire.ENDPOINT_SERVICE,
                        ServiceWire.TOPIC,
                        EndpointForms.ENDPOINTS,
                        ServiceWire.GET_ENDPOINTS,
                        Paging.ENDPOINTS,
                        ServiceWire.GET_ENDPOINTS);
            case ENDPOINT_ASSETS ->
                new TopicService(
                        topic,
                        ServiceWire.ASSET_SERVICE,
                        ServiceWire.ASSET_TOPIC,
                        EndpointForms.ENDPOINT_ASSETS,
                        null,
                        Paging.NONE,
                        null);
        };
    }

    private static TopicService config(RecordForm form, String property, String download) {
        return new TopicService(
                form.topic(), ServiceWire.TRUSTSEC_CONFIG_SERVICE, property, form, download, Paging.RECORDS, download);
    }
}
