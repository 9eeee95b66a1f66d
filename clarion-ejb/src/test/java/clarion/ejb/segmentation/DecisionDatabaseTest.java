package clarion.ejb.segmentation;

import static clarion.ejb.segmentation.SegmentWorld.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.segmentation.decisions.Decision.Kind;
import clarion.domain.segmentation.decisions.Decision.Selection;
import clarion.ejb.TestDatabase;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionDatabaseTest {

    private final SegmentWorld world = new SegmentWorld();
    private final SegmentDecisionService decisions = new SegmentDecisionService(
            world.work, TestDatabase.ready(), new Lists(world.dataSource), world.audit, world.clock);
    private final SegmentComparisonService comparison =
            new SegmentComparisonService(new Lists(world.dataSource), world.runs);
    private String cameras = "";
    private String phones = "";

    @BeforeEach
    void group() {
        world.campus();
        world.group();
        cameras = world.clusterOf("camera", 0);
        phones = world.clusterOf("phone", 0);
    }

    private long decide(String cluster, NewDecision wanted) {
        String seen = world.cluster(cluster).revision();
        return decisions.decide(Long.parseLong(cluster), wanted, seen::equals, ANNA);
    }

    private static NewDecision rename(String name) {
        return new NewDecision(Kind.RENAME, null, Set.of(), null, name);
    }

    private static NewDecision merge(String into) {
        return new NewDecision(Kind.MERGE, Long.parseLong(into), Set.of(), null, null);
    }

    private NewDecision about(Kind kind, @Nullable String name, String crowd, int... numbers) {
        Set<String> members = new java.util.HashSet<>();
        for (int n : numbers) {
            members.add(world.mac(crowd, n));
        }
        return new NewDecision(kind, null, members, null, name);
    }

    @Test
    void anAcceptedClusterKeepsItsNameAndSaysSo() {
        decide(cameras, new NewDecision(Kind.ACCEPT, null, Set.of(), null, null));
        decide(phones, rename("Telephones"));
        world.run("update device set profile = 'Axis-Camera-2' where profile = 'Axis-Camera'");
        world.group();
        assertEquals("Axis-Camera", world.cluster(cameras).name());
        assertEquals("ACCEPTED", world.cluster(cameras).state());
        assertEquals("Telephones", world.cluster(phones).name());
        assertEquals("PROPOSED", world.cluster(phones).state());
        assertTrue(
                world.audit.records.contains("anna segmentation.accept cluster/" + cameras),
                world.audit.records::toString);
    }

    @Test
    void mergedClustersAreOneAtOnceAndInLaterRunsUntilThatIsUndone() {
        long id = decide(cameras, merge(phones));
        assertEquals(60, world.cluster(phones).members());
        assertEquals(3, world.clusters().size());
        assertEquals(3, world.runs.get(1).clusters());
        world.group();
        assertEquals(phones, world.clusterOf("camera", 7));
        assertEquals(60, world.cluster(phones).members());
        decisions.undo(id, ANNA);
        assertEquals(cameras, world.clusterOf("camera", 7));
        assertEquals(30, world.cluster(phones).members());
        world.group();
        assertEquals(cameras, world.clusterOf("camera", 7));
    }

    @Test
    void aPinnedMemberStaysAndAnExcludedOneGoesAndNeitherComesBackByARun() {
        decide(phones, about(Kind.PIN, null, "camera", 0));
        decide(cameras, about(Kind.EXCLUDE, null, "camera", 1));
        for (int run = 0; run < 2; run++) {
            assertEquals(phones, world.clusterOf("camera", 0));
            assertNotEquals(cameras, world.clusterOf("camera", 1));
            assertEquals(28, world.cluster(cameras).members());
            assertEquals(1, world.cluster(phones).pinned());
            world.group();
        }
    }

    @Test
    void aSplitByWhatMembersAreAlsoTakesThoseWhoComeLater() {
        world.run("update device set profile = 'Axis-Dome' where mac in ('" + world.mac("camera", 0) + "', '"
                + world.mac("camera", 1) + "')");
        world.group();
        long id = decide(
                cameras, new NewDecision(Kind.SPLIT, null, Set.of(), new Selection("profile", "Axis-Dome"), "Domes"));
        String domes = world.clusterOf("camera", 0);
        assertNotEquals(cameras, domes);
        assertEquals("Domes", world.cluster(domes).name());
        assertEquals(2, world.cluster(domes).members());
        world.run("update device set profile = 'Axis-Dome' where mac = '" + world.mac("camera", 2) + "'");
        world.group();
        assertEquals(domes, world.clusterOf("camera", 2));
        assertEquals(3, world.cluster(domes).members());
        decide(domes, rename("Dome cameras"));
        ClarionException stands = assertThrows(ClarionException.class, () -> decisions.undo(id, ANNA));
        assertEquals(ProblemType.CONFLICT, stands.type());
        assertTrue(String.valueOf(stands.getMessage()).contains("undo " + (id + 1) + " first"), stands::getMessage);
        decisions.undo(id + 1, ANNA);
        decisions.undo(id, ANNA);
        assertEquals(cameras, world.clusterOf("camera", 0));
    }

    @Test
    void whoHasNotSeenTheLatestStateIsRefused() {
        String seen = world.cluster(cameras).revision();
        decide(cameras, rename("One"));
        ClarionException late = assertThrows(
                ClarionException.class,
                () -> decisions.decide(Long.parseLong(cameras), rename("Two"), seen::equals, ANNA));
        assertEquals(ProblemType.PRECONDITION_FAILED, late.type());
        String before = world.cluster(cameras).revision();
        world.group();
        assertThrows(
                ClarionException.class,
                () -> decisions.decide(Long.parseLong(cameras), rename("Two"), before::equals, ANNA));
        assertEquals("One", world.cluster(cameras).name());
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        assertEquals(
                ProblemType.CONFLICT,
                refusal(cameras, rename(world.cluster(phones).name().toLowerCase(java.util.Locale.ROOT))));
        assertEquals(ProblemType.VALIDATION_FAILED, refusal(cameras, rename(" ")));
        assertEquals(ProblemType.VALIDATION_FAILED, refusal(cameras, merge(cameras)));
        assertEquals(ProblemType.VALIDATION_FAILED, refusal(cameras, merge("999")));
        assertEquals(ProblemType.VALIDATION_FAILED, refusal(cameras, about(Kind.EXCLUDE, null, "phone", 0)));
        assertEquals(ProblemType.VALIDATION_FAILED, refusal(cameras, about(Kind.PIN, null, "phone", 99)));
        assertEquals(
                ProblemType.VALIDATION_FAILED,
                refusal(
                        cameras,
                        new NewDecision(Kind.SPLIT, null, Set.of(), new Selection("profile", "Nobody"), "New")));
        long merge = decide(cameras, merge(phones));
        assertEquals(ProblemType.CONFLICT, refusal(cameras, rename("Gone")));
        assertEquals(
                1, decisions.list(ListQuery.of(DecisionList.DEFINITION)).items().size());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(ClarionException.class, () -> decisions.undo(99, ANNA))
                        .type());
        decisions.undo(merge, ANNA);
        assertEquals(
                ProblemType.CONFLICT,
                assertThrows(ClarionException.class, () -> decisions.undo(merge, ANNA))
                        .type());
    }

    private ProblemType refusal(String cluster, NewDecision wanted) {
        return assertThrows(ClarionException.class, () -> decide(cluster, wanted))
                .type();
    }

    @Test
    void comparesTwoRunsAndSaysWhyWhoMoved() {
        decide(phones, about(Kind.PIN, null, "camera", 0));
        world.run(
                "update device set profile = 'IP-Phone' where mac = '" + world.mac("recorder", 0) + "'",
                "delete from device where mac = '" + world.mac("exchange", 9) + "'",
                "delete from flow_5m where server = (select id from flow_party where mac = '" + world.mac("exchange", 9)
                        + "')");
        world.crowd("printer", 20, "Printer").uses("printer", 631, "internet");
        world.run("update segment_member set cluster = found, cause = 'FOUND' where run = 1"); // as before the decision
        world.group();
        RunComparison changed = comparison.compare(1, 2);
        assertEquals(20, changed.joined());
        assertEquals(1, changed.left());
        assertEquals(
                List.of("Printer 20"),
                changed.found().stream().map(c -> c.name() + " " + c.members()).toList());
        assertEquals(List.of(), changed.gone());
        List<MoveRow> moves =
                comparison.moves(1, 2, ListQuery.of(MoveList.since(1))).items();
        assertEquals(changed.moved(), moves.size());
        MoveRow pinned = moves.stream()
                .filter(move -> move.mac().equals(world.mac("camera", 0)))
                .findFirst()
                .orElseThrow();
        assertEquals(cameras, pinned.before());
        assertEquals("IP-Phone", pinned.afterName());
        assertEquals("somebody pinned it", pinned.reason());
        assertFalse(moves.stream().anyMatch(move -> move.mac().equals(world.mac("camera", 1))));
    }

    @Test
    void aMoveForWhatIsKnownNamesThat() {
        world.run("update segment_member set profile = 'Recorder', cluster = " + world.clusterOf("recorder", 0)
                + " where run = 1 and mac = '" + world.mac("camera", 3) + "'");
        world.group();
        MoveRow move = comparison
                .moves(
                        1,
                        2,
                        ListQuery.parse(MoveList.since(1), Map.of("mac", List.of(world.mac("camera", 3))), Set.of()))
                .items()
                .get(0);
        assertEquals("its profile was Recorder and is Axis-Camera", move.reason());
    }
}
