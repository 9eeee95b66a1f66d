package clarion.domain.segmentation.decisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.segmentation.decisions.Decision.Kind;
import clarion.domain.segmentation.decisions.Decision.Selection;
import clarion.domain.segmentation.decisions.Place.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final long CAMERAS = 1;
    private static final long PHONES = 2;
    private static final long CLERKS = 3;
    private static final long NEW = 9;

    private final List<Decision> decisions = new ArrayList<>();

    private OverlayTest decide(Kind kind, long cluster, long other, String... members) {
        decisions.add(new Decision(decisions.size() + 1, kind, cluster, other, Set.of(members), null, null));
        return this;
    }

    private static Member aMember(String endpoint, long found, long second) {
        return new Member(endpoint, found, second, Map.of("profile", endpoint.startsWith("axis") ? "Axis" : "Other"));
    }

    private Place place(String endpoint, long found, long second) {
        return new Overlay(decisions).place(aMember(endpoint, found, second));
    }

    @Test
    void withoutDecisionsTheRunHasTheWord() {
        assertEquals(new Place(CAMERAS, PHONES, Cause.FOUND), place("a", CAMERAS, PHONES));
    }

    @Test
    void mergedClustersStayMergedHoweverLongTheChain() {
        decide(Kind.MERGE, CAMERAS, PHONES).decide(Kind.MERGE, PHONES, CLERKS);
        assertEquals(new Place(CLERKS, CLERKS, Cause.MERGED), place("a", CAMERAS, PHONES));
        assertEquals(CLERKS, new Overlay(decisions).resolve(CAMERAS));
    }

    @Test
    void aPinnedMemberStaysWhateverIsFoundAndGoesWhereItsClusterIsMerged() {
        decide(Kind.PIN, CAMERAS, 0, "a");
        assertEquals(new Place(CAMERAS, CLERKS, Cause.PINNED), place("a", PHONES, CLERKS));
        assertEquals(Cause.FOUND, place("b", PHONES, CLERKS).cause());
        decide(Kind.MERGE, CAMERAS, CLERKS);
        assertEquals(new Place(CLERKS, CLERKS, Cause.PINNED), place("a", PHONES, CLERKS));
    }

    @Test
    void anExcludedMemberGoesToTheNextBestAndStaysOutWhenThatIsExcludedToo() {
        decide(Kind.EXCLUDE, CAMERAS, 0, "a");
        assertEquals(new Place(PHONES, PHONES, Cause.EXCLUDED), place("a", CAMERAS, PHONES));
        assertEquals(new Place(CLERKS, PHONES, Cause.FOUND), place("a", CLERKS, PHONES));
        decide(Kind.EXCLUDE, PHONES, 0, "a");
        assertEquals(Place.NOWHERE, place("a", CAMERAS, PHONES).cluster());
        decide(Kind.PIN, CAMERAS, 0, "a");
        assertEquals(new Place(CAMERAS, PHONES, Cause.PINNED), place("a", CAMERAS, PHONES));
    }

    @Test
    void excludedFromTheOnlyClusterIsNowhere() {
        decide(Kind.EXCLUDE, CAMERAS, 0, "a");
        assertEquals(Place.NOWHERE, place("a", CAMERAS, CAMERAS).cluster());
    }

    @Test
    void aSplitTakesThoseThatAreNamedAndLaterAllThatAreSelected() {
        decisions.add(new Decision(1, Kind.SPLIT, CAMERAS, NEW, Set.of("b"), new Selection("profile", "Axis"), "Axis"));
        assertEquals(new Place(NEW, PHONES, Cause.SPLIT), place("axis-7", CAMERAS, PHONES));
        assertEquals(new Place(NEW, PHONES, Cause.SPLIT), place("b", CAMERAS, PHONES));
        assertEquals(CAMERAS, place("c", CAMERAS, PHONES).cluster());
        assertEquals(PHONES, place("axis-7", PHONES, CAMERAS).cluster(), "it was found elsewhere");
        assertEquals("Axis", new Overlay(decisions).names().get(NEW));
        assertEquals(NEW, new Overlay(decisions).origin(aMember("b", CAMERAS, PHONES)));
    }

    @Test
    void aSplitByWhatMembersAreLeavesThoseWhoArePinned() {
        decide(Kind.PIN, CAMERAS, 0, "axis-1");
        decisions.add(new Decision(2, Kind.SPLIT, CAMERAS, NEW, Set.of(), new Selection("profile", "Axis"), "Axis"));
        assertEquals(CAMERAS, place("axis-1", PHONES, CLERKS).cluster());
    }

    @Test
    void undoingIsLeavingOut() {
        decide(Kind.MERGE, CAMERAS, PHONES);
        decisions.remove(0);
        assertEquals(CAMERAS, place("a", CAMERAS, PHONES).cluster());
    }

    @Test
    void theLastNameCountsAndAcceptedClustersAreKnown() {
        decisions.add(new Decision(2, Kind.RENAME, CAMERAS, 0, Set.of(), null, "Video"));
        decisions.add(new Decision(1, Kind.ACCEPT, CAMERAS, 0, Set.of(), null, "Cameras"));
        assertEquals("Video", new Overlay(decisions).names().get(CAMERAS));
        assertEquals(Set.of(CAMERAS), new Overlay(decisions).accepted());
    }

    @Test
    void aSplitOnWhichSomethingStandsIsNamed() {
        decide(Kind.SPLIT, CAMERAS, NEW, "a").decide(Kind.MERGE, PHONES, NEW);
        Overlay overlay = new Overlay(decisions);
        assertEquals(2, overlay.standsOn(decisions.get(0)).orElseThrow().id());
        assertTrue(overlay.standsOn(decisions.get(1)).isEmpty());
    }
}
