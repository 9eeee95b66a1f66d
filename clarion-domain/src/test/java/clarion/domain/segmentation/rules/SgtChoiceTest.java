package clarion.domain.segmentation.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SgtChoiceTest {

    private static final Set<String> KNOWN = Set.of("Cameras", "Employees");

    @Test
    void takesTheGroupThatMeansTheClusterAlready() {
        SgtChoice choice = SgtChoice.of("Video", Map.of("Cameras", 28, "Employees", 2), Map.of("Cameras", 30), KNOWN);
        assertTrue(choice.existing());
        assertEquals("Cameras", choice.sgtName());
        assertEquals(
                "28 of the 30 members with an SGT have Cameras now",
                choice.evidence().get(0));
    }

    @Test
    void makesANewOneWhereThePresentOneIsWider() {
        SgtChoice choice = SgtChoice.of("Finance, Laptop", Map.of("Employees", 20), Map.of("Employees", 200), KNOWN);
        assertFalse(choice.existing());
        assertEquals("Finance_Laptop", choice.sgtName());
        assertTrue(choice.evidence().get(2).contains("wider"), choice.evidence().toString());
    }

    @Test
    void makesANewOneWhereMembersHaveAllSorts() {
        SgtChoice choice = SgtChoice.of("X", Map.of("Cameras", 3, "Employees", 3), Map.of("Cameras", 3), KNOWN);
        assertFalse(choice.existing());
        assertTrue(
                choice.evidence().get(2).contains("too few"), choice.evidence().toString());
    }

    @Test
    void aNewNameIsShortPlainAndNobodysElse() {
        assertEquals(
                "Cameras_2",
                SgtChoice.of("cameras", Map.of(), Map.of(), Set.of("Cameras"))
                        .sgtName()
                        .replace("cameras", "Cameras"));
        String name = SgtChoice.of("Ünïcode – und ein sehr langer Name, der nicht passt", Map.of(), Map.of(), KNOWN)
                .sgtName();
        assertTrue(name.matches("[A-Za-z0-9_]{1,32}"), name);
        assertEquals("Cluster", SgtChoice.of("…", Map.of(), Map.of(), KNOWN).sgtName());
    }

    @Test
    void aClusterAsksForTheSameValueAsLongAsItIsFree() {
        assertEquals(1003, SgtChoice.freeValue(4, 1000, 1009, Set.of()));
        assertEquals(1004, SgtChoice.freeValue(4, 1000, 1009, Set.of(1003)));
        assertEquals(1000, SgtChoice.freeValue(10, 1000, 1009, Set.of(1009)));
        assertEquals(-1, SgtChoice.freeValue(1, 1000, 1001, Set.of(1000, 1001)));
    }
}
