package clarion.domain.segmentation.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.segmentation.map.Atlas.Point;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AtlasTest {

    private static Map<Long, Point> points(List<Circle> circles) {
        return circles.stream().collect(Collectors.toMap(Circle::cluster, c -> new Point(c.x(), c.y())));
    }

    private static void assertApart(List<Circle> circles) {
        for (Circle one : circles) {
            for (Circle other : circles) {
                double room = one.distance(other) - one.radius() - other.radius();
                assertTrue(one.equals(other) || room > Atlas.GAP - 1e-3, () -> one + " overlaps " + other);
            }
        }
    }

    @Test
    void nobodyOverlapsAndTheSameInputGivesTheSameMap() {
        Map<Long, Long> sizes = Map.of(1L, 400L, 2L, 100L, 3L, 30L, 4L, 30L, 5L, 1L);
        List<Circle> circles = Atlas.place(sizes, Map.of());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                circles.stream().map(Circle::cluster).toList());
        assertApart(circles);
        assertEquals(circles, Atlas.place(sizes, Map.of()));
        assertEquals(0, circles.get(0).x(), "the largest is in the middle");
    }

    @Test
    void whoWasThereStaysWhenOthersComeAndGo() {
        List<Circle> before = Atlas.place(Map.of(1L, 100L, 2L, 50L, 3L, 20L), Map.of());
        List<Circle> after = Atlas.place(Map.of(1L, 100L, 3L, 20L, 4L, 80L), points(before));
        assertEquals(before.get(0), after.get(0));
        assertEquals(before.get(2), after.get(1));
        assertApart(after);
    }

    @Test
    void whoGrowsIntoAnotherMovesNoFurtherThanItMust() {
        List<Circle> before = Atlas.place(Map.of(1L, 100L, 2L, 100L, 3L, 5L), Map.of());
        List<Circle> after = Atlas.place(Map.of(1L, 110L, 2L, 110L, 3L, 5L), points(before));
        assertApart(after);
        for (int i = 0; i < before.size(); i++) {
            assertTrue(before.get(i).distance(after.get(i)) < 3, before.get(i) + " went to " + after.get(i));
        }
    }

    @Test
    void partsEvenThoseOnTheSameSpotAndAnyCrowd() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Long, Long> sizes = new TreeMap<>();
        Map<Long, Point> former = new TreeMap<>();
        for (long id = 1; id <= 30; id++) {
            sizes.put(id, 1L + random.nextInt(200));
            former.put(id, new Point(random.nextInt(3), random.nextInt(3)));
        }
        List<Circle> circles = Atlas.place(sizes, former);
        assertTrue(circles.stream().allMatch(c -> Double.isFinite(c.x()) && Double.isFinite(c.y())), "seed " + seed);
        assertEquals(circles, Atlas.place(sizes, former));
        assertTrue(circles.get(0).distance(circles.get(1)) > 1, "seed " + seed);
    }

    @Test
    void aMemberIsInItsClusterAndAlwaysAtTheSamePlaceOfIt() {
        Circle circle = new Circle(1, 10, 20, 5);
        Point point = Atlas.member(circle, "00:11:22:33:44:55");
        assertTrue(Math.hypot(point.x() - 10, point.y() - 20) < 5);
        Point moved = Atlas.member(circle.moved(3, 0), "00:11:22:33:44:55");
        assertEquals(point.x() + 3, moved.x(), 1e-9);
        assertFalse(point.equals(Atlas.member(circle, "00:11:22:33:44:56")));
    }
}
