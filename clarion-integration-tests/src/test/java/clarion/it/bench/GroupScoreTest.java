package clarion.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupScoreTest {

    private static Map<String, String> groups(String letters) {
        Map<String, String> groups = new HashMap<>();
        for (int i = 0; i < letters.length(); i++) {
            groups.put("thing " + i, letters.substring(i, i + 1));
        }
        return groups;
    }

    private static GroupScore score(String truth, String found) {
        return GroupScore.of(groups(truth), groups(found));
    }

    @Test
    void namesOfGroupsDoNotMatter() {
        assertEquals(new GroupScore(6, 1, 1, 1), score("aabbcc", "zzxxyy"));
    }

    /** The example of Hubert and Arabie's index that textbooks have: 0.24 for these two. */
    @Test
    void agreesWithFiguresThatAreKnown() {
        GroupScore score = score("aaabbb", "aabbcc");
        assertEquals(0.2424, score.rand(), 0.0001);
        assertEquals(4.0 / 9, score.pairF1(), 0.0001);
        assertEquals(0.5158, score.vMeasure(), 0.0001);
    }

    @Test
    void oneGroupForAllIsWorthNothing() {
        assertEquals(0, score("aabb", "zzzz").rand(), 1e-9);
        assertEquals(0, score("aabb", "zzzz").vMeasure(), 1e-9);
    }

    @Test
    void whatOnlyOneHasDoesNotCount() {
        assertEquals(new GroupScore(4, 1, 1, 1), score("aabb", "xxyyzzz"));
    }
}
