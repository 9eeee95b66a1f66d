package clarion.ejb.groups;

import static clarion.ejb.IngestWorld.download;
import static clarion.ejb.IngestWorld.second;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.groups.SecurityGroup;
import clarion.domain.groups.Sgt;
import clarion.ejb.IngestWorld;
import clarion.ejb.TestDatabase;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Row;
import clarion.ejb.policy.PolicyLists;
import clarion.ejb.topics.TopicListService;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.EgressMatrixRecord;
import clarion.pxgrid.records.EgressPolicyRecord;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Security groups as they come, change and go, and what refers to them meanwhile. */
class GroupTopicsDatabaseTest {

    private static final Topic GROUPS = Topic.SECURITY_GROUPS;

    private final IngestWorld world = new IngestWorld();
    private final TopicListService lists = new TopicListService(new Lists(world.dataSource));

    @AfterEach
    void close() {
        world.close();
    }

    private static SecurityGroupRecord group(String id, String name, int sgt, int second) {
        return new SecurityGroupRecord(new SecurityGroup(id, name, new Sgt(sgt), ""), second(second), false);
    }

    private static SecurityGroupRecord noGroup(String id, int second) {
        return new SecurityGroupRecord(new SecurityGroup(id, "", new Sgt(0), ""), second(second), true);
    }

    private static EgressPolicyRecord cell(String id, String from, String to, int second, String... acls) {
        return new EgressPolicyRecord(
                id, from + "-" + to, "", null, from, to, "ENABLED", List.of(acls), "NONE", second(second), false);
    }

    private static SecurityGroupAclRecord acl(String id, int second, boolean deleted) {
        return new SecurityGroupAclRecord(
                id, "Web", "", "IPV4", "permit tcp dst eq 443", "3", null, second(second), deleted);
    }

    /** A live session with a group, put there by hand: only its name matters. */
    private void session(long id, String group) {
        TestDatabase.run(
                world.dataSource,
                "insert into session (id, session_key, latest, live, state, sgt_name, started_at, updated_at,"
                        + " received_at, content_hash) values (" + id + ", 's" + id + "', true, true, 'STARTED', '"
                        + group + "', now(), now(), now(), '')");
    }

    /** SGT numbers by session, as the session list shows them. */
    private List<String> numbers() {
        return lists
                .list(ListQuery.parse(
                        clarion.ejb.sessions.SessionList.DEFINITION,
                        java.util.Map.of("sort", List.of("id")),
                        java.util.Set.of()))
                .items()
                .stream()
                .map(row -> row.text("sgtName") + "=" + row.findNumber("sgt"))
                .toList();
    }

    private List<Row> groups() {
        return lists.list(ListQuery.of(GroupLists.SECURITY_GROUPS)).items();
    }

    private Row onlyCell() {
        return lists.list(ListQuery.of(PolicyLists.CELLS)).items().get(0);
    }

    @Test
    @Tag("pxgrid-27")
    void aSessionFindsItsNumberAlsoWhenTheGroupArrivesLater() {
        session(1, "Cameras");
        assertEquals(List.of("Cameras=null"), numbers());
        world.live(GROUPS, group("g1", "Cameras", 20, 1));
        assertEquals(List.of("Cameras=20"), numbers());
    }

    @Test
    @Tag("pxgrid-27")
    void aSessionWithTheOldNameOfARenamedGroupKeepsItsNumber() {
        session(1, "Cameras");
        world.live(GROUPS, group("g1", "Cameras", 20, 1), group("g1", "CCTV", 20, 2));
        session(2, "CCTV");
        assertEquals(List.of("Cameras=20", "CCTV=20"), numbers());
        Row group = groups().get(0);
        assertEquals(2, group.number("sessions"));
        assertEquals(List.of("Cameras"), group.texts("formerNames"));
        world.live(GROUPS, group("g1", "CCTV", 21, 3));
        assertEquals(List.of("Cameras=21", "CCTV=21"), numbers());
    }

    @Test
    @Tag("pxgrid-27")
    void aNameThatAnotherGroupTakesIsTheOthers() {
        session(1, "Cameras");
        world.live(GROUPS, group("g1", "Cameras", 20, 1), group("g1", "CCTV", 20, 2));
        world.live(GROUPS, group("g2", "Cameras", 30, 3));
        assertEquals(List.of("Cameras=30"), numbers());
    }

    @Test
    @Tag("pxgrid-27")
    void groupsThatSwapTheirNamesKeepTheirNumbersInOneBatch() {
        world.live(GROUPS, group("g1", "A", 20, 1), group("g2", "B", 30, 1));
        session(1, "A");
        session(2, "B");
        world.live(GROUPS, group("g1", "B", 20, 2), group("g2", "A", 30, 2));
        assertEquals(List.of("A=30", "B=20"), numbers());
    }

    @Test
    @Tag("pxgrid-28")
    void aDeletedGroupThatCellsUseIsDriftAndStillHasItsName() {
        session(1, "Cameras");
        world.live(GROUPS, group("g1", "Cameras", 20, 1), group("g2", "Servers", 30, 1));
        world.live(Topic.EGRESS_POLICIES, cell("c1", "g1", "g2", 1));
        assertEquals(null, onlyCell().findText("drift"));
        world.live(GROUPS, noGroup("g1", 2));
        assertEquals("SOURCE_DELETED", onlyCell().findText("drift"));
        assertEquals("Cameras", onlyCell().findText("source"));
        assertEquals(20L, onlyCell().findNumber("sourceSgt"));
        Row group = groups().get(0);
        assertEquals(second(2), group.findTime("deletedAt"));
        assertEquals(true, group.flag("drift"));
        assertEquals(List.of("Cameras=20"), numbers());
    }

    @Test
    @Tag("pxgrid-28")
    void aDeletedSgaclThatACellUsesIsDrift() {
        world.live(GROUPS, group("g1", "Cameras", 20, 1), group("g2", "Servers", 30, 1));
        world.live(Topic.EGRESS_POLICIES, cell("c1", "g1", "g2", 1, "a1", "a9"));
        world.live(Topic.SECURITY_GROUP_ACLS, acl("a1", 1, false));
        assertEquals("ACL_UNKNOWN", onlyCell().findText("drift"));
        assertEquals(List.of("Web", "a9"), onlyCell().texts("acls"));
        world.live(Topic.SECURITY_GROUP_ACLS, acl("a1", 2, true));
        assertEquals("ACL_DELETED", onlyCell().findText("drift"));
        assertEquals(List.of("Web", "a9"), onlyCell().texts("acls"));
    }

    @Test
    void anEventWithoutTheMatrixLeavesTheOneOfTheDownload() {
        Snapshot snapshot = download(Topic.EGRESS_POLICIES, null);
        EgressPolicyRecord bulk = new EgressPolicyRecord(
                "c1", "", "", "m1", "g1", "g2", "MONITOR", List.of("a1"), null, second(1), false);
        world.page(snapshot, bulk);
        world.complete(snapshot);
        world.live(Topic.EGRESS_POLICIES, cell("c1", "g1", "g2", 2, "a1", "a2"));
        assertEquals(
                List.of("m1|ENABLED|[\"a1\", \"a2\"]|NONE"),
                world.rows("select matrix_id, status, acl_ids, default_rule from egress_policy"));
        EgressPolicyRecord same = new EgressPolicyRecord(
                "c1", "g1-g2", "", "m1", "g1", "g2", "ENABLED", List.of("a1", "a2"), null, second(2), false);
        Snapshot next = download(Topic.EGRESS_POLICIES, 5);
        world.page(next, same);
        assertEquals(new SnapshotOutcome(1, 0, 0, 0), world.complete(next), "what is not said is no difference");
    }

    @Test
    void aDownloadTellsOfMatricesBesideTheirCells() {
        Snapshot snapshot = download(Topic.EGRESS_POLICIES, null);
        world.page(
                snapshot,
                cell("c1", "g1", "g2", 1),
                new EgressMatrixRecord("m1", "Production", "", false),
                new EgressMatrixRecord("m2", "DefCon1", "Lock down", true));
        assertEquals(new SnapshotOutcome(1, 0, 0, 0), world.complete(snapshot));
        Snapshot next = download(Topic.EGRESS_POLICIES, 5);
        world.page(next, cell("c1", "g1", "g2", 1), new EgressMatrixRecord("m1", "Production", "", true));
        assertEquals(new SnapshotOutcome(1, 0, 0, 0), world.complete(next), "matrices are no cells");
        assertEquals(
                List.of("m1|Production|true"),
                new TopicListService(new Lists(world.dataSource))
                        .list(ListQuery.of(PolicyLists.MATRICES)).items().stream()
                                .map(row -> row.text("id") + "|" + row.text("name") + "|" + row.findFlag("monitorAll"))
                                .toList());
    }

    @Test
    void aGroupThatADownloadDoesNotNameIsGoneButNotForgotten() {
        session(1, "Cameras");
        world.live(GROUPS, group("g1", "Cameras", 20, 1), group("g2", "Servers", 30, 1));
        Snapshot snapshot = download(GROUPS, 5);
        world.page(snapshot, group("g2", "Servers", 30, 1));
        assertEquals(new SnapshotOutcome(1, 0, 0, 1), world.complete(snapshot));
        assertEquals(List.of("Cameras=20"), numbers());
        assertEquals(
                List.of("g1|f", "g2|t"), world.rows("select id, deleted_at is null from security_group order by id"));
    }
}
