package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.EgressMatrixRecord;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.simulator.Fault;
import clarion.simulator.IseVersion;
import clarion.simulator.records.TrustSecConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was missed of TrustSec's configuration is asked for by its time, deletions included, where ISE can tell. */
@Timeout(120)
class TrustSecRecoveryTest {

    @TempDir
    static Path directory;

    private static boolean holds(Campaign campaign, String acl) {
        return campaign.listener.hasRecord(record ->
                record instanceof SecurityGroupAclRecord held && held.name().equals(acl));
    }

    /** One SGACL goes and one comes while nobody listens. */
    private static void missTwoChanges(Campaign campaign) {
        TrustSecConfig ise = campaign.ise.trustSec();
        String gone = ise.putAcl("Gone", "", "IPV4", "deny ip");
        ise.putAcl("Kept", "", "IPV4", "permit ip");
        campaign.await("both", () -> holds(campaign, "Gone") && holds(campaign, "Kept"));
        campaign.ise.inject(Fault.of(Fault.Kind.GAP, "security-group-acls").times(2));
        ise.deleteAcl(gone);
        ise.putAcl("New", "", "IPV4", "permit tcp");
        ise.putAcl("Kept", "", "IPV4", "permit udp");
        campaign.await("what changed", () -> holds(campaign, "New"));
        campaign.await("what was deleted", () -> !holds(campaign, "Gone"));
        assertTrue(holds(campaign, "Kept"));
    }

    @Test
    @Tag("pxgrid-22")
    void recoversDeletionsByTimeWithoutADownload() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.await("live", () -> campaign.stateOf(Topic.SECURITY_GROUP_ACLS) == TopicState.LIVE);
            missTwoChanges(campaign);
            campaign.await(
                    "the gap closed by recovery",
                    () -> campaign.listener.wasClosed(
                            Topic.SECURITY_GROUP_ACLS, Gap.Cause.SEQUENCE_JUMP, Gap.How.RECOVERY));
        }
    }

    @Test
    @Tag("pxgrid-28")
    void knowsTheMatrixAndWhetherItOnlyMonitors() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.trustSec().monitorAll(true);
            campaign.startAndAwaitLive();
            campaign.await(
                    "the matrix",
                    () -> campaign.listener.hasRecord(record -> record instanceof EgressMatrixRecord matrix
                            && matrix.name().equals("Production")
                            && Boolean.TRUE.equals(matrix.monitorAll())));
        }
        try (Campaign old = new Campaign(directory, ise -> ise.version(IseVersion.V3_1), settings -> settings)) {
            old.startAndAwaitLive();
            old.await("cells", () -> old.stateOf(Topic.EGRESS_POLICIES) == TopicState.NOT_OFFERED);
            assertFalse(old.listener.hasRecord(EgressMatrixRecord.class::isInstance));
        }
    }

    @Test
    @Tag("pxgrid-22")
    void downloadsAllFromAReleaseThatDoesNotTellWhatWasDeleted() {
        try (Campaign campaign = new Campaign(directory, ise -> ise.version(IseVersion.V3_0), settings -> settings)) {
            campaign.startAndAwaitLive();
            campaign.await("live", () -> campaign.stateOf(Topic.SECURITY_GROUP_ACLS) == TopicState.LIVE);
            missTwoChanges(campaign);
            campaign.await(
                    "the gap closed by a download",
                    () -> campaign.listener.wasClosed(
                            Topic.SECURITY_GROUP_ACLS, Gap.Cause.SEQUENCE_JUMP, Gap.How.FULL_DOWNLOAD));
            assertEquals(0, campaign.status().counters().reconnects());
        }
    }
}
