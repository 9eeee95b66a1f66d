package clarion.ejb.topics;

import static clarion.ejb.IngestWorld.NOON;
import static clarion.ejb.IngestWorld.download;
import static clarion.ejb.IngestWorld.second;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.groups.Sgt;
import clarion.ejb.IngestWorld;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Origin;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.pxgrid.records.SxpBindingRecord;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SGACLs stand for records that have a time, SXP bindings for those that have none. */
class RecordRulesDatabaseTest {

    private static final Topic ACLS = Topic.SECURITY_GROUP_ACLS;
    private static final Topic BINDINGS = Topic.SXP_BINDINGS;

    private final IngestWorld world = new IngestWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static SecurityGroupAclRecord acl(String id, int second, String aces) {
        return new SecurityGroupAclRecord(id, "Acl" + id, "", "IPV4", aces, "1", null, second(second), false);
    }

    private static SecurityGroupAclRecord noAcl(String id, int second) {
        return new SecurityGroupAclRecord(id, "", "", null, "", null, null, second(second), true);
    }

    private static SxpBindingRecord binding(String prefix, int sgt) {
        return new SxpBindingRecord(prefix, new Sgt(sgt), "", "10.0.0.9", null, false);
    }

    private List<String> acls() {
        return world.rows("select id, aces, deleted_at is null from security_group_acl order by id");
    }

    private List<String> bindings() {
        return world.rows("select host(prefix), sgt from sxp_binding where deleted_at is null order by prefix");
    }

    @Test
    void theNewerRecordWinsInAnyOrder() {
        assertEquals(new BatchOutcome(1, 0, 1), world.live(ACLS, acl("a", 5, "permit ip"), acl("a", 3, "deny ip")));
        assertEquals(new BatchOutcome(1, 0, 0), world.live(ACLS, acl("a", 6, "permit tcp")));
        assertEquals(new BatchOutcome(0, 0, 1), world.live(ACLS, acl("a", 4, "deny tcp")));
        assertEquals(List.of("a|permit tcp|t"), acls());
    }

    @Test
    void theSameEventAgainChangesNothing() {
        world.live(ACLS, acl("a", 5, "permit ip"), noAcl("b", 5));
        assertEquals(new BatchOutcome(0, 2, 0), world.live(ACLS, acl("a", 5, "permit ip"), noAcl("b", 5)));
        world.live(BINDINGS, binding("10.1.0.0", 4));
        assertEquals(new BatchOutcome(0, 1, 0), world.live(BINDINGS, binding("10.1.0.0", 4)));
    }

    @Test
    void atTheSameTimeAnEventWinsAndAPageLoses() {
        world.live(ACLS, acl("a", 5, "permit ip"));
        assertEquals(new BatchOutcome(1, 0, 0), world.live(ACLS, acl("a", 5, "deny ip")));
        assertEquals(new BatchOutcome(0, 0, 1), world.page(download(ACLS, null), acl("a", 5, "permit icmp")));
        assertEquals(List.of("a|deny ip|t"), acls());
    }

    @Test
    void whatWasDeletedComesBackOnlyWithANewerRecord() {
        world.live(ACLS, acl("a", 5, "permit ip"), noAcl("a", 6));
        Snapshot snapshot = download(ACLS, null);
        world.page(snapshot, acl("a", 5, "permit ip"));
        assertEquals(new BatchOutcome(0, 0, 1), world.live(ACLS, acl("a", 6, "permit ip")));
        assertEquals(List.of("a|permit ip|f"), acls());
        world.live(ACLS, acl("a", 7, "permit udp"));
        assertEquals(List.of("a|permit udp|t"), acls());
    }

    @Test
    void aDeletionThatComesFirstIsRemembered() {
        world.live(ACLS, noAcl("a", 6));
        world.page(download(ACLS, null), acl("a", 5, "permit ip"));
        assertEquals(List.of("a||f"), acls());
    }

    @Test
    void withoutATimeAPageLosesAgainstAnEventThatCameWhileTheDownloadRan() {
        Snapshot snapshot = download(BINDINGS, NOON.minusSeconds(1), null);
        world.live(BINDINGS, binding("10.1.0.0", 4));
        world.live(BINDINGS, new SxpBindingRecord("10.2.0.0", null, "", null, null, true));
        assertEquals(new BatchOutcome(0, 0, 2), world.page(snapshot, binding("10.1.0.0", 9), binding("10.2.0.0", 9)));
        assertEquals(List.of("10.1.0.0|4"), bindings());
        assertEquals(new BatchOutcome(1, 0, 0), world.page(download(BINDINGS, null), binding("10.1.0.0", 9)));
        assertEquals(List.of("10.1.0.0|9"), bindings());
    }

    @Test
    void whatADownloadDoesNotNameIsGoneUnlessAnEventCameMeanwhile() {
        world.live(BINDINGS, binding("10.1.0.0", 1), binding("10.2.0.0", 2), binding("10.3.0.0", 3));
        Snapshot snapshot = download(BINDINGS, null);
        world.page(snapshot, binding("10.1.0.0", 1));
        world.events(BINDINGS, Origin.LIVE, NOON.plusSeconds(2), binding("10.3.0.0", 3));
        assertEquals(new SnapshotOutcome(1, 0, 0, 1), world.complete(snapshot));
        assertEquals(List.of("10.1.0.0|1", "10.3.0.0|3"), bindings());
        assertEquals(new SnapshotOutcome(1, 0, 0, 1), world.complete(snapshot), "again");
    }

    @Test
    void aDownloadThatALaterOneOvertookRemovesNothing() {
        world.live(BINDINGS, binding("10.1.0.0", 1));
        Snapshot first = download(BINDINGS, NOON.plusSeconds(1), null);
        Snapshot second = download(BINDINGS, NOON.plusSeconds(60), null);
        world.page(second, binding("10.1.0.0", 1));
        world.complete(second);
        assertEquals(0, world.complete(first).closed());
        assertEquals(List.of("10.1.0.0|1"), bindings());
    }

    @Test
    void aDownloadCountsAsMissingAndDifferentOnlyWhatItShouldHaveKnown() {
        world.live(ACLS, acl("same", 5, "permit ip"), acl("stale", 5, "permit ip"), acl("changed", 5, "permit ip"));
        Snapshot snapshot = download(ACLS, 10);
        world.page(
                snapshot,
                acl("same", 5, "permit ip"),
                acl("stale", 9, "deny ip"),
                acl("changed", 11, "deny ip"),
                acl("missed", 8, "deny ip"),
                acl("new", 12, "deny ip"));
        assertEquals(new SnapshotOutcome(5, 1, 1, 0), world.complete(snapshot));
    }

    @Test
    void whatAnEventExplainsAfterTheDownloadIsNoMistake() {
        world.live(BINDINGS, binding("10.1.0.0", 1));
        Snapshot snapshot = download(BINDINGS, 10);
        world.page(snapshot, binding("10.1.0.0", 1), binding("10.2.0.0", 2));
        world.events(BINDINGS, Origin.LIVE, NOON.plusSeconds(2), binding("10.2.0.0", 2));
        assertEquals(new SnapshotOutcome(2, 0, 0, 0), world.complete(snapshot));
    }

    @Test
    @Tag("pxgrid-23")
    void countsWhatCameTwice() {
        world.live(ACLS, acl("a", 5, "permit ip"), acl("a", 5, "permit ip"));
        world.events(ACLS, Origin.RECOVERY, NOON, acl("a", 5, "permit ip"), acl("b", 6, "deny ip"));
        assertEquals(
                List.of("2|2|0|2|2|0"),
                world.rows("select live, recovered, bulk, applied, duplicates, superseded from topic_ledger"));
    }
}
