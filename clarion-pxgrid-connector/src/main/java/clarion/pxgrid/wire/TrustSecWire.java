package clarion.pxgrid.wire;

/** Fields of TrustSec's messages and answers (Cisco pxGrid wiki, "TrustSec configuration", "TrustSec", "SXP"). */
public final class TrustSecWire {

    public static final String SECURITY_GROUPS = "securityGroups";
    public static final String DELETED_SECURITY_GROUPS = "deletedSecurityGroups";
    public static final String SECURITY_GROUP = "securityGroup";
    public static final String TAG = "tag";
    public static final String IS_READ_ONLY = "isReadOnly";

    public static final String SECURITY_GROUP_ACLS = "securityGroupAcls";
    public static final String DELETED_SECURITY_GROUP_ACLS = "deletedSecurityGroupAcls";
    public static final String SECURITY_GROUP_ACL = "securityGroupAcl";
    public static final String IP_VERSION = "ipVersion";
    public static final String ACL = "acl";
    public static final String GENERATION_ID = "generationId";

    public static final String EGRESS_MATRICES = "egressMatrices";
    public static final String MONITOR_ALL = "monitorAll";
    public static final String EGRESS_POLICIES = "egressPolicies";
    public static final String DELETED_EGRESS_POLICIES = "deletedEgressPolicies";
    public static final String EGRESS_POLICY = "egressPolicy";
    public static final String MATRIX_ID = "matrixId";
    public static final String SOURCE_SECURITY_GROUP_ID = "sourceSecurityGroupId";
    public static final String DESTINATION_SECURITY_GROUP_ID = "destinationSecurityGroupId";
    public static final String SGACL_IDS = "sgaclIds";
    public static final String DEFAULT_RULE = "defaultRule";

    /** The topic's names for what the bulk answer calls otherwise. */
    public static final String SOURCE_SGT_ID = "sourceSgtId";

    public static final String DESTINATION_SGT_ID = "destinationSgtId";
    public static final String MATRIX_CELL_STATUS = "matrixCellStatus";

    public static final String VIRTUAL_NETWORKS = "virtualNetworks";
    public static final String DELETED_VIRTUAL_NETWORKS = "deletedVirtualNetworks";
    public static final String VIRTUAL_NETWORK = "virtualNetwork";
    public static final String ADDITIONAL_ATTRIBUTES = "additionalAttributes";

    public static final String POLICY_DOWNLOADS = "policyDownloads";
    public static final String MATRIX_NAME = "matrixName";
    public static final String RBACL_SOURCE_LIST = "rbaclSourceList";
    public static final String POLICIES = "policies";
    public static final String SOURCE_SGT = "sourceSgt";
    public static final String SOURCE_SGT_GENERATION_ID = "sourceSgtGenerationId";
    public static final String DESTINATION_SGT = "destinationSgt";
    public static final String DESTINATION_SGT_GENERATION_ID = "destinationSgtGenerationId";
    public static final String SGACL_NAME = "sgaclName";
    public static final String SGACL_GENERATION_ID = "sgaclGenerationId";

    public static final String BINDINGS = "bindings";
    public static final String BINDING = "binding";
    public static final String IP_PREFIX = "ipPrefix";
    public static final String VPN = "vpn";
    public static final String SOURCE = "source";
    public static final String PEER_SEQUENCE = "peerSequence";

    private TrustSecWire() {}
}
