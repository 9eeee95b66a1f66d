package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.groups.SecurityGroup;
import clarion.domain.groups.Sgt;
import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.Origin;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import clarion.pxgrid.sessions.SessionMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names of security groups that sessions bring, and when the catalogue is fetched for them. */
@Tag("pxgrid-27")
class KnownGroupsTest {

    private long nanos;
    private final KnownGroups groups = new KnownGroups(() -> nanos);
    private final Target<IseRecord> stored = new Target.Records(new FakeListener(), Topic.SECURITY_GROUPS, groups);

    private void wait(Duration time) {
        nanos += time.toNanos();
    }

    private static List<IseRecord> group(String name) {
        SecurityGroup group = new SecurityGroup("id-" + name, name, new Sgt(17), "");
        return List.of(new SecurityGroupRecord(group, null, false));
    }

    private static List<SessionReport> sessionIn(String group) {
        String message = "{\"sessions\":[{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"STARTED\","
                + "\"macAddress\":\"00:11:22:33:44:55\",\"ctsSecurityGroup\":\"" + group + "\"}]}";
        return SessionMessages.read("/topic/x", message.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)
                .elements();
    }

    private boolean isDueAfterASessionIn(String group) {
        wait(KnownGroups.AT_MOST_EVERY);
        groups.noticed(sessionIn(group));
        return groups.isDue();
    }

    @Test
    void fetchesTheCatalogueForANameThatItDoesNotHave() {
        assertTrue(isDueAfterASessionIn("Employees"));
    }

    @Test
    void knowsWhatABulkDownloadBrought() {
        Snapshot download = new Snapshot(
                UUID.randomUUID(), Topic.SECURITY_GROUPS, Snapshot.Reason.FIRST_START, Instant.EPOCH, null);
        var unused = stored.page(download, group("Employees"));
        assertFalse(isDueAfterASessionIn("Employees"));
    }

    @Test
    void knowsWhatTheTopicOrARecoveryBrought() {
        var unused = stored.events(
                Origin.RECOVERY, group("Employees"), TopicPosition.none(Topic.SECURITY_GROUPS), Instant.EPOCH);
        assertFalse(isDueAfterASessionIn("Employees"));
    }

    @Test
    void doesNotAskAllTheTimeForANameThatIseDoesNotListEither() {
        assertTrue(isDueAfterASessionIn("Deleted"));
        groups.told(group("Employees"));
        assertFalse(isDueAfterASessionIn("Deleted"));
        assertTrue(isDueAfterASessionIn("Another"), "which is new");
        wait(KnownGroups.IN_VAIN_FOR);
        assertTrue(isDueAfterASessionIn("Deleted"));
    }

    @Test
    void fetchesOnceForABurstOfNewNames() {
        assertTrue(isDueAfterASessionIn("First"));
        groups.noticed(sessionIn("Second"));
        assertFalse(groups.isDue(), "just asked");
        wait(KnownGroups.AT_MOST_EVERY);
        assertTrue(groups.isDue());
    }

    @Test
    void knowsNothingOfAnotherIse() {
        groups.told(group("Employees"));
        groups.forget();
        assertTrue(isDueAfterASessionIn("Employees"));
    }
}
