package clarion.pxgrid.topics;

import static clarion.pxgrid.topics.RecordForm.orEmpty;
import static clarion.pxgrid.topics.RecordForm.required;

import clarion.domain.devices.IpAddress;
import clarion.domain.groups.SecurityGroup;
import clarion.domain.groups.Sgt;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.EgressMatrixRecord;
import clarion.pxgrid.records.EgressPolicyRecord;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.PolicyDownloadRecord;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import clarion.pxgrid.records.SxpBindingRecord;
import clarion.pxgrid.records.VirtualNetworkRecord;
import clarion.pxgrid.wire.RecordWire;
import clarion.pxgrid.wire.TrustSecWire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How TrustSec's configuration, downloads and bindings come. */
final class TrustSecForms {

    static final RecordForm SECURITY_GROUPS = new RecordForm(
            Topic.SECURITY_GROUPS,
            TrustSecWire.SECURITY_GROUPS,
            TrustSecWire.DELETED_SECURITY_GROUPS,
            TrustSecWire.SECURITY_GROUP,
            true,
            TrustSecForms::group);

    static final RecordForm SECURITY_GROUP_ACLS = new RecordForm(
            Topic.SECURITY_GROUP_ACLS,
            TrustSecWire.SECURITY_GROUP_ACLS,
            TrustSecWire.DELETED_SECURITY_GROUP_ACLS,
            TrustSecWire.SECURITY_GROUP_ACL,
            true,
            TrustSecForms::acl);

    static final RecordForm EGRESS_POLICIES = new RecordForm(
            Topic.EGRESS_POLICIES,
            TrustSecWire.EGRESS_POLICIES,
            TrustSecWire.DELETED_EGRESS_POLICIES,
            TrustSecWire.EGRESS_POLICY,
            true,
            TrustSecForms::cell);

    static final RecordForm EGRESS_MATRICES = new RecordForm(
            Topic.EGRESS_POLICIES,
            TrustSecWire.EGRESS_MATRICES,
            null,
            null,
            false,
            (fields, deleted) -> matrix(fields));

    static final RecordForm VIRTUAL_NETWORKS = new RecordForm(
            Topic.VIRTUAL_NETWORKS,
            TrustSecWire.VIRTUAL_NETWORKS,
            TrustSecWire.DELETED_VIRTUAL_NETWORKS,
            TrustSecWire.VIRTUAL_NETWORK,
            true,
            TrustSecForms::network);

    static final RecordForm POLICY_DOWNLOADS = new RecordForm(
            Topic.POLICY_DOWNLOADS,
            TrustSecWire.POLICY_DOWNLOADS,
            null,
            null,
            true,
            (fields, deleted) -> download(fields));

    static final RecordForm SXP_BINDINGS = new RecordForm(
            Topic.SXP_BINDINGS, TrustSecWire.BINDINGS, null, TrustSecWire.BINDING, true, TrustSecForms::binding);

    private TrustSecForms() {}

    private static IseRecord group(Fields fields, boolean deleted) {
        String id = fields.scalar(RecordWire.ID);
        String name = fields.text(RecordWire.NAME);
        Integer tag = fields.integer(TrustSecWire.TAG);
        if (deleted) {
            Sgt sgt = tag != null && tag >= 0 && tag <= 65535 ? new Sgt(tag) : Sgt.UNKNOWN; // ISE says -1
            String known = id != null ? id : required(fields, RecordWire.NAME);
            return new SecurityGroupRecord(
                    new SecurityGroup(known, orEmpty(name), sgt, ""), fields.time(RecordWire.TIMESTAMP), true);
        }
        if (name == null) {
            throw new IllegalArgumentException(RecordWire.NAME + ": missing");
        }
        Sgt sgt = sgt(fields, TrustSecWire.TAG);
        return new SecurityGroupRecord(
                new SecurityGroup(id == null ? name : id, name, sgt, orEmpty(fields.text(RecordWire.DESCRIPTION))),
                fields.time(RecordWire.TIMESTAMP),
                false);
    }

    private static Sgt sgt(Fields fields, String name) {
        Integer tag = fields.integer(name);
        if (tag == null) {
            throw new IllegalArgumentException(name + ": missing");
        }
        try {
            return new Sgt(tag);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static IseRecord acl(Fields fields, boolean deleted) {
        return new SecurityGroupAclRecord(
                required(fields, RecordWire.ID),
                name(fields, deleted),
                orEmpty(fields.text(RecordWire.DESCRIPTION)),
                fields.text(TrustSecWire.IP_VERSION),
                orEmpty(fields.text(TrustSecWire.ACL)),
                fields.scalar(TrustSecWire.GENERATION_ID),
                fields.truth(TrustSecWire.IS_READ_ONLY),
                fields.time(RecordWire.TIMESTAMP),
                deleted);
    }

    private static String name(Fields fields, boolean deleted) {
        return deleted ? orEmpty(fields.text(RecordWire.NAME)) : required(fields, RecordWire.NAME);
    }

    private static IseRecord cell(Fields fields, boolean deleted) {
        return new EgressPolicyRecord(
                required(fields, RecordWire.ID),
                orEmpty(fields.text(RecordWire.NAME)),
                orEmpty(fields.text(RecordWire.DESCRIPTION)),
                fields.scalar(TrustSecWire.MATRIX_ID),
                fields.firstScalar(List.of(TrustSecWire.SOURCE_SECURITY_GROUP_ID, TrustSecWire.SOURCE_SGT_ID)),
                fields.firstScalar(
                        List.of(TrustSecWire.DESTINATION_SECURITY_GROUP_ID, TrustSecWire.DESTINATION_SGT_ID)),
                fields.firstScalar(List.of(RecordWire.STATUS, TrustSecWire.MATRIX_CELL_STATUS)),
                fields.texts(TrustSecWire.SGACL_IDS),
                fields.scalar(TrustSecWire.DEFAULT_RULE),
                fields.time(RecordWire.TIMESTAMP),
                deleted);
    }

    private static IseRecord matrix(Fields fields) {
        return new EgressMatrixRecord(
                required(fields, RecordWire.ID),
                required(fields, RecordWire.NAME),
                orEmpty(fields.text(RecordWire.DESCRIPTION)),
                fields.truth(TrustSecWire.MONITOR_ALL));
    }

    private static IseRecord network(Fields fields, boolean deleted) {
        return new VirtualNetworkRecord(
                required(fields, RecordWire.ID),
                name(fields, deleted),
                fields.any(TrustSecWire.ADDITIONAL_ATTRIBUTES),
                fields.time(RecordWire.TIMESTAMP),
                deleted);
    }

    private static IseRecord download(Fields fields) {
        List<PolicyDownloadRecord.Cell> cells = new ArrayList<>();
        for (Fields cell : fields.objects(TrustSecWire.POLICIES)) {
            cells.add(new PolicyDownloadRecord.Cell(
                    sgt(cell, TrustSecWire.SOURCE_SGT),
                    cell.scalar(TrustSecWire.SOURCE_SGT_GENERATION_ID),
                    sgt(cell, TrustSecWire.DESTINATION_SGT),
                    cell.scalar(TrustSecWire.DESTINATION_SGT_GENERATION_ID),
                    cell.text(TrustSecWire.SGACL_NAME),
                    cell.scalar(TrustSecWire.SGACL_GENERATION_ID)));
        }
        return new PolicyDownloadRecord(
                address(RecordWire.NAS_IP_ADDRESS, required(fields, RecordWire.NAS_IP_ADDRESS)),
                fields.text(RecordWire.SERVER_NAME),
                required(fields, RecordWire.STATUS),
                fields.text(RecordWire.FAILURE_REASON),
                fields.text(TrustSecWire.MATRIX_NAME),
                fields.any(TrustSecWire.RBACL_SOURCE_LIST),
                cells,
                fields.time(RecordWire.TIMESTAMP));
    }

    private static IseRecord binding(Fields fields, boolean deleted) {
        Integer tag = fields.integer(TrustSecWire.TAG);
        return new SxpBindingRecord(
                prefix(required(fields, TrustSecWire.IP_PREFIX)),
                deleted && (tag == null || tag < 0) ? null : sgt(fields, TrustSecWire.TAG),
                orEmpty(fields.scalar(TrustSecWire.VPN)),
                fields.text(TrustSecWire.SOURCE),
                fields.text(TrustSecWire.PEER_SEQUENCE),
                deleted);
    }

    /** Canonical: no bits beyond the length, and a length always. */
    private static String prefix(String text) {
        int slash = text.indexOf('/');
        IpAddress address = address(TrustSecWire.IP_PREFIX, slash < 0 ? text : text.substring(0, slash));
        byte[] octets = address.octets();
        int most = octets.length * 8;
        int length = slash < 0 ? most : length(text, text.substring(slash + 1), most);
        for (int bit = length; bit < most; bit++) {
            octets[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return IpAddress.of(octets) + "/" + length;
    }

    private static int length(String prefix, String text, int most) {
        try {
            int length = Integer.parseInt(text.strip());
            if (length >= 0 && length <= most) {
                return length;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(TrustSecWire.IP_PREFIX + ": not an address prefix: '" + prefix + "'");
    }

    private static IpAddress address(String field, @Nullable String text) {
        try {
            return IpAddress.parse(orEmpty(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
        }
    }
}
