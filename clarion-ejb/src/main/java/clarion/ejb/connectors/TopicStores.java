package clarion.ejb.connectors;

import clarion.ejb.devices.AncTable;
import clarion.ejb.devices.DeviceRecords;
import clarion.ejb.groups.GroupRecords;
import clarion.ejb.policy.MatrixStore;
import clarion.ejb.policy.PolicyDownloadTable;
import clarion.ejb.topics.RecordTable;
import clarion.ejb.topics.StepByStep;
import clarion.ejb.topics.TopicStore;
import clarion.ejb.users.MembershipRecords;
import clarion.pxgrid.Topic;
import java.util.Map;

/** Which store keeps which topic. */
final class TopicStores {

    private static final Map<Topic, TopicStore> STORES = Map.ofEntries(
            Map.entry(Topic.USER_GROUPS, new RecordTable<>(MembershipRecords.MEMBERSHIPS)),
            Map.entry(Topic.SECURITY_GROUPS, new StepByStep(new RecordTable<>(GroupRecords.SECURITY_GROUPS))),
            Map.entry(Topic.SECURITY_GROUP_ACLS, new RecordTable<>(GroupRecords.ACLS)),
            Map.entry(Topic.EGRESS_POLICIES, new MatrixStore()),
            Map.entry(Topic.VIRTUAL_NETWORKS, new RecordTable<>(GroupRecords.VIRTUAL_NETWORKS)),
            Map.entry(Topic.POLICY_DOWNLOADS, new PolicyDownloadTable()),
            Map.entry(Topic.SXP_BINDINGS, new RecordTable<>(GroupRecords.SXP_BINDINGS)),
            Map.entry(Topic.RADIUS_FAILURES, new RecordTable<>(DeviceRecords.FAILURES)),
            Map.entry(Topic.ANC_STATUS, new AncTable()),
            Map.entry(Topic.PROFILES, new RecordTable<>(DeviceRecords.PROFILES)),
            Map.entry(Topic.ENDPOINTS, new RecordTable<>(DeviceRecords.ENDPOINTS)),
            Map.entry(Topic.ENDPOINT_ASSETS, new RecordTable<>(DeviceRecords.ASSETS)));

    private TopicStores() {}

    /**
     * The store of a topic's records.
     *
     * @throws IllegalArgumentException for sessions, which are no records
     */
    static TopicStore of(Topic topic) {
        TopicStore store = STORES.get(topic);
        if (store == null) {
            throw new IllegalArgumentException("no records are kept of topic " + topic.id());
        }
        return store;
    }
}
