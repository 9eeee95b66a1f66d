package clarion.ejb.segmentation;

import static clarion.ejb.segmentation.SegmentWorld.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.listing.Facets;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.segmentation.SegmentRunService.RunRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SegmentRunDatabaseTest {

    private final SegmentWorld world = new SegmentWorld();

    @Test
    void findsTheCrowdsAndSaysWhyAndHowSure() {
        world.campus();
        long id = world.group();
        SegmentRun run = world.runs.get(id);
        assertEquals("DONE", run.state(), String.valueOf(run.detail()));
        assertTrue(run.inForce());
        assertEquals(80, run.endpoints());
        assertEquals(4, run.clusters());
        assertEquals(60 * 20, run.conversations());
        assertEquals(1, run.seed());
        List<ClusterRow> clusters = world.clusters();
        assertEquals(
                List.of(30L, 30L, 10L, 10L),
                clusters.stream().map(ClusterRow::members).toList());
        ClusterRow cameras = world.cluster(world.clusterOf("camera", 0));
        assertEquals("Axis-Camera", cameras.name());
        assertEquals("PROPOSED", cameras.state());
        assertTrue(cameras.isNew());
        assertTrue(cameras.confidence() > 90, () -> "confidence " + cameras.confidence());
        assertTrue(
                String.valueOf(cameras.why()).contains("uses tcp/554 of Recorder (100 %, others 0 %)"), cameras::why);
        ClusterDetail detail = world.query.detail(id, Long.parseLong(cameras.id()));
        assertEquals(
                List.of(new ClusterDetail.Share("Axis-Camera", 30, 30)),
                detail.who().get("profile"));
        assertTrue(detail.apart().size() > 0);
        ClusterTraffic traffic = world.query.traffic(id, Long.parseLong(cameras.id()));
        assertEquals(1, traffic.uses().size());
        assertEquals(554, traffic.uses().get(0).service());
        assertEquals("Recorder", traffic.uses().get(0).far());
        assertEquals(30, traffic.uses().get(0).members());
        assertEquals(600, traffic.uses().get(0).conversations());
        assertEquals(List.of(), traffic.offers());
    }

    @Test
    void listsMembersWithTheirReasonsAndFiltersThem() {
        world.campus().crowd("mute", 1, null);
        long run = world.group();
        ListQuery doubtful = ListQuery.parse(MemberList.DEFINITION, Map.of("review", List.of("true")), Set.of());
        List<MemberRow> worklist = world.query.members(run, doubtful).items();
        assertEquals(
                List.of(world.mac("mute", 0)),
                worklist.stream().map(MemberRow::mac).toList());
        assertTrue(worklist.get(0).reasons().get(0).contains("below 60 %"), worklist.toString());
        assertTrue(worklist.get(0).reasons().contains("it was never seen to do anything: only what it is decides"));
        long cameras = Long.parseLong(world.clusterOf("camera", 0));
        List<MemberRow> members = world.query
                .members(run, cameras, ListQuery.parse(MemberList.DEFINITION, Map.of("sort", List.of("ip")), Set.of()))
                .items();
        MemberRow first = members.stream()
                .filter(member -> member.mac().equals(world.mac("camera", 0)))
                .findFirst()
                .orElseThrow();
        assertTrue(
                first.towards().contains("uses tcp/554 of Recorder (97 %, others 0 %)"),
                first.towards().toString());
        assertEquals("FOUND", first.cause());
        assertEquals("camera_SGT", first.sgtName());
        Facets facets = world.query.memberFacets(run, ListQuery.of(MemberList.DEFINITION), List.of("profile"));
        assertEquals(
                30L,
                Objects.requireNonNull(facets.facets().get("profile")).get(0).count());
    }

    @Test
    void theNextRunKeepsTheIdsAlsoWhenAClusterGrows() {
        world.campus();
        world.group();
        List<String> before = List.of(world.clusterOf("camera", 0), world.clusterOf("phone", 0));
        world.crowd("camera", 3, "Axis-Camera").uses("camera", 554, "recorder");
        world.group();
        assertEquals(before, List.of(world.clusterOf("camera", 0), world.clusterOf("phone", 0)));
        assertEquals(before.get(0), world.clusterOf("camera", 32));
        assertFalse(world.cluster(before.get(0)).isNew());
        assertEquals(
                List.of("1 30"),
                world.query.detail(2, Long.parseLong(before.get(0))).history().stream()
                        .map(past -> past.run() + " " + past.members())
                        .toList());
    }

    @Test
    void whoComesAfterTheRunIsPlacedWithoutAnother() {
        world.campus();
        long run = world.group();
        assertEquals(0, world.newcomers.place(), "nobody waits");
        String cameras = world.clusterOf("camera", 0);
        world.crowd("camera", 2, "Axis-Camera").uses("camera", 554, "recorder");
        assertEquals(2, world.query.status().unassigned());
        assertEquals(2, world.newcomers.place());
        assertEquals(cameras, world.clusterOf("camera", 31));
        assertEquals(32, world.cluster(cameras).members());
        assertEquals(82, world.runs.get(run).endpoints());
        assertEquals(0, world.query.status().unassigned());
        assertEquals(0, world.newcomers.place(), "once");
        assertTrue(world.rows("select reasons ->> 0 from segment_member where mac = '" + world.mac("camera", 31) + "'")
                .get(0)
                .startsWith("it came after the run"));
    }

    /** Else the whole campus would be read every few minutes, for ever and in vain. */
    @Test
    void whoWasNotSeenInTheWindowDoesNotWait() {
        world.campus();
        long run = world.group();
        world.crowd("camera", 1, "Axis-Camera");
        assertEquals(Optional.of(run), world.steps.runWithNewcomers(SegmentWorld.NOON.minus(Duration.ofDays(7))));
        assertEquals(Optional.empty(), world.steps.runWithNewcomers(SegmentWorld.NOON));
    }

    @Test
    void newcomersWaitWhileARunIsUnderWay() throws SQLException {
        world.campus();
        world.group();
        world.crowd("camera", 1, "Axis-Camera");
        try (RunLock other = RunLock.tryToTake(world.connections).orElseThrow()) {
            other.require();
            assertEquals(0, world.newcomers.place());
        }
        assertEquals(1, world.newcomers.place());
    }

    @Test
    void sameDataAndSeedGiveTheSameResult() {
        world.campus();
        world.group();
        String content =
                "select mac, found, second, confidence, towards, against from segment_member where run = %d order by 1";
        world.group();
        assertEquals(world.rows(content.formatted(1)), world.rows(content.formatted(2)));
    }

    @Test
    void withoutAnyDeviceItSaysWhatToDoAndWithoutFlowsWhatItRestsOn() {
        SegmentRun failed = world.runs.get(world.group());
        assertEquals("FAILED", failed.state());
        assertTrue(String.valueOf(failed.detail()).contains("import a file"), failed::detail);
        assertEquals("NONE", world.query.status().state());
        assertEquals(failed.detail(), world.query.status().advice());
        world.crowd("camera", 20, "Axis-Camera").crowd("phone", 20, "IP-Phone");
        SegmentRun done = world.runs.get(world.group());
        assertEquals("DONE", done.state());
        assertTrue(String.valueOf(done.detail()).contains("No flows"), done::detail);
        assertEquals(40, done.silent());
        assertNotEquals(world.clusterOf("camera", 0), world.clusterOf("phone", 0));
    }

    @Test
    void aKilledRunIsInterruptedAndLeavesTheResultsBefore() throws SQLException {
        world.campus();
        long good = world.group();
        List<Runnable> killed = new ArrayList<>(); // its lock goes with its session, as with a process
        RunLock lock = RunLock.tryToTake(world.connections).orElseThrow();
        SegmentRunTable.Plan plan = new SegmentRunTable.Plan(
                "DEMAND", "anna", SegmentWorld.NOON.minusSeconds(60), SegmentWorld.NOON, 1, "x");
        long id = world.steps.open(plan, ANNA).orElseThrow();
        killed.add(new SegmentationJob(id, plan, lock, world.steps));
        assertEquals(0, world.steps.interrupt(), "it still runs");
        lock.close();
        assertEquals(1, world.steps.interrupt());
        SegmentRun interrupted = world.runs.get(id);
        assertEquals("INTERRUPTED", interrupted.state());
        assertTrue(String.valueOf(interrupted.detail()).contains("start another run"), interrupted::detail);
        assertEquals(good, world.query.run(null));
        assertFalse(world.steps.note(id, "GROUPING", 50), "it does not come back to life");
        killed.get(0).run();
        assertEquals("INTERRUPTED", world.runs.get(id).state());
        assertEquals(good, world.query.run(null));
    }

    @Test
    void oneRunAtATimeAndOneByTheClockOfAllProcesses() throws SQLException {
        world.campus();
        try (RunLock other = RunLock.tryToTake(world.connections).orElseThrow()) {
            other.require();
            ClarionException refused =
                    assertThrows(ClarionException.class, () -> world.runs.start(new RunRequest(null, null), ANNA));
            assertEquals(ProblemType.CONFLICT, refused.type());
        }
        RunRequest usual = new RunRequest(null, null);
        assertTrue(world.runs.begin(usual, "SCHEDULE", ANNA, Runnable::run).isPresent());
        assertEquals(Optional.empty(), world.runs.begin(usual, "SCHEDULE", ANNA, Runnable::run));
        world.clock.set(SegmentWorld.NOON.plus(Duration.ofHours(24)));
        assertTrue(world.runs.begin(usual, "SCHEDULE", ANNA, Runnable::run).isPresent());
        assertEquals(
                2,
                world.runs.list(ListQuery.of(SegmentRunList.DEFINITION)).items().size());
        assertEquals("anna segmentation.run segmentation-run/1", world.audit.records.get(0));
    }

    @Test
    void refusesAWindowThatIsNoneAndARunThatIsNotThere() {
        ClarionException refused = assertThrows(
                ClarionException.class, () -> world.runs.start(new RunRequest(Duration.ofSeconds(1), null), ANNA));
        assertEquals(ProblemType.VALIDATION_FAILED, refused.type());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(ClarionException.class, () -> world.query.run(null))
                        .type());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(ClarionException.class, () -> world.query.run("x")).type());
    }

    @Test
    void drawsClustersWhereTheyWereBefore() {
        world.campus();
        SegmentMap first = world.query.map(world.group());
        assertEquals(4, first.clusters().size());
        assertEquals(80, first.members());
        assertEquals(80, first.points().size());
        world.crowd("printer", 25, "Printer").uses("printer", 631, "internet");
        SegmentMap second = world.query.map(world.group());
        assertEquals(5, second.clusters().size());
        for (SegmentMap.MapCluster before : first.clusters()) {
            assertTrue(
                    second.clusters().stream()
                            .anyMatch(now ->
                                    now.id().equals(before.id()) && now.x() == before.x() && now.y() == before.y()),
                    before::toString);
        }
        assertTrue(second.points().containsAll(first.points()));
    }

    @Test
    void keepsTheMembersOfTheLatestRunsAndALineOfTheOthers() {
        world.campus();
        for (int i = 0; i < 5; i++) {
            world.group();
        }
        assertEquals(
                List.of("3|80", "4|80", "5|80"),
                world.rows("select run, count(*) from segment_member group by 1 order by 1"));
        assertFalse(world.runs.get(1).stored());
        assertEquals(
                5,
                world.runs.list(ListQuery.of(SegmentRunList.DEFINITION)).items().size());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(ClarionException.class, () -> world.query.run("1")).type());
    }

    @Test
    void saysHowFreshItIsAndHowManyCameSince() {
        world.campus();
        world.group();
        SegmentationStatus status = world.query.status();
        assertEquals("CURRENT", status.state());
        assertNull(status.advice());
        assertEquals(0, status.unassigned());
        world.crowd("camera", 2, "Axis-Camera");
        assertEquals(2, world.query.status().unassigned());
        world.clock.set(SegmentWorld.NOON.plus(Duration.ofDays(3)));
        assertEquals("STALE", world.query.status().state());
    }
}
