package clarion.ejb.policy;

import static clarion.ejb.IngestWorld.second;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.devices.IpAddress;
import clarion.domain.groups.Sgt;
import clarion.ejb.IngestWorld;
import clarion.ejb.groups.GroupLists;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Row;
import clarion.ejb.topics.TopicListService;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.PolicyDownloadRecord;
import clarion.pxgrid.records.PolicyDownloadRecord.Cell;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyDownloadsDatabaseTest {

    private final IngestWorld world = new IngestWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static Cell cell(int from, int to, String acl, String generation) {
        return new Cell(new Sgt(from), "1", new Sgt(to), "2", acl, generation);
    }

    private static PolicyDownloadRecord download(
            String nas, int second, String status, @Nullable String why, Cell... cells) {
        return new PolicyDownloadRecord(
                IpAddress.parse(nas), "ise1", status, why, "Production", "000F-08", List.of(cells), second(second));
    }

    private BatchOutcome live(PolicyDownloadRecord... downloads) {
        return world.live(Topic.POLICY_DOWNLOADS, downloads);
    }

    private List<String> marked(String flag) {
        return world.rows("select host(nas_ip), source_sgt, destination_sgt, acl_name, acl_generation, status"
                + " from policy_download where " + flag + " order by 1, 2, 3, 4, 5");
    }

    @Test
    @Tag("pxgrid-29")
    void tellsForEachSwitchWhichGenerationOfWhichSgaclIsInForce() {
        live(
                download("10.0.0.1", 1, "SUCCESS", null, cell(15, 4, "Web", "1"), cell(15, 5, "Dns", "7")),
                download("10.0.0.2", 1, "SUCCESS", null, cell(15, 4, "Web", "1")));
        live(download("10.0.0.1", 2, "SUCCESS", null, cell(15, 4, "Web", "2")));
        assertEquals(
                List.of("10.0.0.1|15|4|Web|2|SUCCESS", "10.0.0.1|15|5|Dns|7|SUCCESS", "10.0.0.2|15|4|Web|1|SUCCESS"),
                marked("in_force"));
        world.live(
                Topic.SECURITY_GROUP_ACLS,
                new SecurityGroupAclRecord("a", "Web", "", "IPV4", "permit ip", "2", null, second(1), false));
        Row acl = new TopicListService(new Lists(world.dataSource))
                .list(ListQuery.of(GroupLists.ACLS))
                .items()
                .get(0);
        assertEquals(1, acl.number("switches"));
        assertEquals(1, acl.number("switchesBehind"));
    }

    @Test
    @Tag("pxgrid-29")
    void aFailureLeavesInForceWhatWasAndSaysWhy() {
        live(download("10.0.0.1", 1, "SUCCESS", null, cell(15, 4, "Web", "1")));
        live(download("10.0.0.1", 2, "FAILURE", "TCAM is full", cell(15, 4, "Web", "2")));
        assertEquals(List.of("10.0.0.1|15|4|Web|1|SUCCESS"), marked("in_force"));
        assertEquals(List.of("10.0.0.1|15|4|Web|2|FAILURE"), marked("latest"));
        assertEquals(List.of("TCAM is full"), world.rows("select failure_reason from policy_download where latest"));
    }

    @Test
    void anOlderDownloadThatComesLaterIsHistory() {
        live(download("10.0.0.1", 5, "SUCCESS", null, cell(15, 4, "Web", "2")));
        live(download("10.0.0.1", 3, "SUCCESS", null, cell(15, 4, "Web", "1")));
        assertEquals(List.of("10.0.0.1|15|4|Web|2|SUCCESS"), marked("in_force and latest"));
    }

    @Test
    void anSgaclThatACellNoLongerHasIsNoLongerInForce() {
        live(download("10.0.0.1", 1, "SUCCESS", null, cell(15, 4, "Web", "1"), cell(15, 4, "Dns", "1")));
        live(download("10.0.0.1", 2, "SUCCESS", null, cell(15, 4, "Web", "1")));
        assertEquals(List.of("10.0.0.1|15|4|Web|1|SUCCESS"), marked("in_force"));
    }

    @Test
    void theSameDownloadAgainIsADuplicate() {
        PolicyDownloadRecord failed = download("10.0.0.1", 1, "FAILURE", "no answer");
        assertEquals(new BatchOutcome(1, 1, 0), live(failed, failed));
        assertEquals(new BatchOutcome(0, 1, 0), live(failed));
        assertEquals(List.of("1"), world.rows("select count(*) from policy_download"));
    }
}
