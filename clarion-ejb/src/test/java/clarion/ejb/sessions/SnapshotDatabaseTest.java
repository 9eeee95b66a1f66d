package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static clarion.ejb.sessions.ReportBuilder.anEnd;
import static clarion.ejb.sessions.StoreFixture.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.Topic;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotDatabaseTest {

    private static final Snapshot SNAPSHOT =
            new Snapshot(UUID.randomUUID(), Topic.SESSIONS, Snapshot.Reason.GAP, NOON.plusSeconds(60), null);
    private static final Snapshot NEXT =
            new Snapshot(UUID.randomUUID(), Topic.SESSIONS, Snapshot.Reason.GAP, NOON.plusSeconds(7200), null);

    private StoreFixture store;

    @BeforeEach
    void open() throws SQLException {
        store = new StoreFixture();
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    private List<String> sessions() throws SQLException {
        return store.rows("select session_key, live, end_reason, coalesce(sgt_name, '-') from session order by id");
    }

    @Test
    void aPageLosesAgainstStoredContentOfTheSameOrANewerTime() throws SQLException {
        store.events(
                aReport("same").at(5).group("Event").build(),
                aReport("newer").at(5).group("Event").build());
        BatchOutcome outcome = store.page(
                SNAPSHOT,
                NOON.plusSeconds(61),
                aReport("same").at(5).group("Page").build(),
                aReport("newer").at(4).group("Page").build(),
                aReport("new").at(1).group("Page").build());
        assertEquals(new BatchOutcome(1, 0, 2), outcome);
        assertEquals(List.of("same|t|-|Event", "newer|t|-|Event", "new|t|-|Page"), sessions());
    }

    @Test
    void aPageWinsAgainstOlderContent() throws SQLException {
        store.events(aReport("s").at(5).group("Event").build());
        store.page(
                SNAPSHOT, NOON.plusSeconds(61), aReport("s").at(6).group("Page").build());
        assertEquals(List.of("s|t|-|Page"), sessions());
    }

    @Test
    void anEventWinsAgainstAPageOfTheSameTime() throws SQLException {
        store.page(
                SNAPSHOT, NOON.plusSeconds(61), aReport("s").at(6).group("Page").build());
        store.events(aReport("s").at(6).group("Event").build());
        assertEquals(List.of("s|t|-|Event"), sessions());
    }

    @Test
    void aSessionThatEndsWhileTheDownloadRunsDoesNotComeBack() throws SQLException {
        store.events(aReport("s").at(5).build());
        store.events(NOON.plusSeconds(61), anEnd("s").at(9).build());
        store.page(SNAPSHOT, NOON.plusSeconds(62), aReport("s").at(5).build());
        store.complete(SNAPSHOT, NOON.plusSeconds(63));
        assertEquals(List.of("s|f|DISCONNECTED|-"), sessions());
    }

    @Test
    void endsGhostsAndOnlyGhosts() throws SQLException {
        store.events(
                aReport("ghost").mac("00:00:00:00:00:01").user("alice").build(),
                aReport("named").mac("00:00:00:00:00:02").user("bob").build(),
                aReport("older").at(9).build());
        store.events(anEnd("ended").at(5).build());
        store.events(
                NOON.plusSeconds(60),
                aReport("touched").mac("00:00:00:00:00:01").user("alice").build());
        store.page(
                SNAPSHOT,
                NOON.plusSeconds(61),
                aReport("named").mac("00:00:00:00:00:02").user("bob").build(),
                aReport("older").at(3).build());
        SnapshotTable.Completion completion = store.complete(SNAPSHOT, NOON.plusSeconds(62));
        assertEquals(new SnapshotOutcome(2, 0, 0, 1), completion.outcome());
        assertEquals(
                List.of("ghost|f|UNSEEN|-", "named|t|-|-", "older|t|-|-", "ended|f|DISCONNECTED|-", "touched|t|-|-"),
                sessions());
        assertEquals(
                List.of(store.value("select id from session where session_key = 'ghost'")),
                completion.ids().stream().map(String::valueOf).toList());
        assertEquals(
                List.of("00:00:00:00:00:01|1|t", "00:00:00:00:00:02|1|t"),
                store.rows("select mac, live_sessions, online from device order by mac"));
        assertEquals(
                List.of("alice|1|t", "bob|1|t"),
                store.rows("select identity, live_sessions, online from network_user order by 1"));
    }

    @Test
    void doesNotCareHowFarTheClocksAreApart() throws SQLException {
        for (Duration skew : List.of(Duration.ofDays(-3), Duration.ofDays(3))) {
            String ghost = "ghost" + skew;
            store.events(NOON, aReport(ghost).at(NOON.plus(skew)).build());
            Snapshot snapshot =
                    new Snapshot(UUID.randomUUID(), Topic.SESSIONS, Snapshot.Reason.GAP, NOON.plusSeconds(60), null);
            store.page(
                    snapshot,
                    NOON.plusSeconds(61),
                    aReport("new" + skew).at(NOON.plus(skew)).build());
            store.complete(snapshot, NOON.plusSeconds(62));
            assertEquals(
                    "UNSEEN|t",
                    store.value("select end_reason, ended_at >= updated_at from session" + " where session_key = '"
                            + ghost + "'"));
            assertEquals("t", store.value("select live from session where session_key = 'new" + skew + "'"));
        }
    }

    @Test
    void aPageStoredByAClockThatJumpedBackIsNoGhost() throws SQLException {
        store.page(SNAPSHOT, NOON.minusSeconds(3600), aReport("s").build());
        store.complete(SNAPSHOT, NOON.minusSeconds(3599));
        assertEquals(List.of("s|t|-|-"), sessions());
    }

    @Test
    void anEventThatWaitedWhileThePageWasStoredMakesNoGhost() throws SQLException {
        store.page(SNAPSHOT, NOON.plusSeconds(61), aReport("s").at(3).build());
        store.events(NOON.plusSeconds(59), aReport("s").at(5).group("Event").build());
        assertEquals(0, store.complete(SNAPSHOT, NOON.plusSeconds(62)).outcome().closed());
        assertEquals(List.of("s|t|-|Event"), sessions());
    }

    @Test
    void completingTwiceChangesNothing() throws SQLException {
        store.events(aReport("named").build(), aReport("ghost").build());
        store.page(SNAPSHOT, NOON.plusSeconds(61), aReport("named").build());
        store.complete(SNAPSHOT, NOON.plusSeconds(62));
        SnapshotTable.Completion again = store.complete(SNAPSHOT, NOON.plusSeconds(63));
        assertEquals(new SnapshotOutcome(1, 0, 0, 1), again.outcome());
        assertEquals(0, again.closedNow());
        assertEquals(List.of("named|t|-|-", "ghost|f|UNSEEN|-"), sessions());
    }

    @Test
    void aDownloadThatALaterOneOvertookEndsNothing() throws SQLException {
        store.events(aReport("s").build());
        store.page(NEXT, NEXT.startedAt(), aReport("s").build());
        store.complete(NEXT, NEXT.startedAt());
        assertEquals(
                new SnapshotOutcome(0, 0, 0, 0),
                store.complete(SNAPSHOT, NOON.plusSeconds(62)).outcome());
        assertEquals(List.of("s|t|-|-"), sessions());
    }

    @Test
    void anEndThatWasOnlyInferredIsTakenBackByAReportOfTheSameTime() throws SQLException {
        store.events(aReport("s").at(5).group("Staff").mac("00:00:00:00:00:01").build());
        store.complete(SNAPSHOT, NOON.plusSeconds(62));
        assertEquals(List.of("s|f|UNSEEN|Staff"), sessions());
        BatchOutcome outcome = store.page(
                NEXT,
                NEXT.startedAt(),
                aReport("s").at(5).group("Staff").mac("00:00:00:00:00:01").build());
        assertEquals(new BatchOutcome(1, 0, 0), outcome);
        assertEquals(List.of("s|t|-|Staff"), sessions());
        assertEquals("1|t", store.value("select live_sessions, online from device"));
    }

    @Test
    void aLateEndReplacesTheInferredOne() throws SQLException {
        store.events(aReport("s").at(5).group("Staff").build());
        store.complete(SNAPSHOT, NOON.plusSeconds(62));
        store.events(anEnd("s").at(7).build());
        assertEquals(List.of("s|f|DISCONNECTED|Staff"), sessions());
    }

    @Test
    void forgetsWhatItNotedWhenDone() throws SQLException {
        store.events(aReport("s").build());
        store.page(SNAPSHOT, NOON.plusSeconds(61), aReport("s").build());
        assertEquals("1", store.value("select count(*) from session_snapshot_named"));
        store.complete(NEXT, NEXT.startedAt());
        assertEquals("0", store.value("select count(*) from session_snapshot_named"));
        assertTrue(store.rows("select 1 from session where live").isEmpty());
    }

    @Test
    void aDownloadCountsAsMissingAndDifferentOnlyWhatItShouldHaveKnown() throws SQLException {
        store.events(
                aReport("same").at(5).build(),
                aReport("stale").at(5).group("Old").build(),
                aReport("changed").at(5).build());
        store.events(anEnd("ended").at(5).build());
        Snapshot snapshot = new Snapshot(
                UUID.randomUUID(),
                Topic.SESSIONS,
                Snapshot.Reason.SCHEDULED,
                NOON.plusSeconds(60),
                ReportBuilder.second(10));
        store.page(
                snapshot,
                NOON.plusSeconds(61),
                aReport("same").at(5).build(),
                aReport("stale").at(9).group("New").build(),
                aReport("changed").at(11).group("New").build(),
                aReport("ended").at(8).build(),
                aReport("missed").at(8).build(),
                aReport("new").at(12).build());
        assertEquals(
                new SnapshotOutcome(6, 1, 2, 0),
                store.complete(snapshot, NOON.plusSeconds(62)).outcome());
    }
}
