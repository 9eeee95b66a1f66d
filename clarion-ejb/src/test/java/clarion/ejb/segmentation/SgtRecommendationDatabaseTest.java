package clarion.ejb.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.listing.Lists;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SgtRecommendationDatabaseTest {

    private final SegmentWorld world = new SegmentWorld();
    private final SgtRecommendationService recommendations =
            new SgtRecommendationService(new Lists(world.dataSource), world.query, world.settings);

    @BeforeEach
    void group() {
        world.run("insert into security_group (id, name, sgt, received_at) values ('a', 'camera_SGT', 20, now()),"
                + " ('b', 'Everything', 1001, now())");
        world.campus();
        world.run("update device set sgt_name = 'Everything' where profile <> 'Axis-Camera'");
        world.group();
    }

    private SgtRecommendation of(String crowd) {
        return recommendations.recommend(1, Long.parseLong(world.clusterOf(crowd, 0)));
    }

    @Test
    void takesTheExistingGroupThatMeansTheClusterAndSaysWhichRuleGivesIt() {
        SgtRecommendation cameras = of("camera");
        assertTrue(cameras.existing());
        assertEquals("camera_SGT", cameras.sgtName());
        assertEquals(20, cameras.sgt());
        assertEquals(30, cameras.correct());
        assertEquals(
                List.of("EndPoints:EndPointPolicy EQUALS Axis-Camera"),
                cameras.rule().clauses().get(0).conditions());
        assertEquals(30, cameras.rule().caught());
        assertEquals(0, cameras.rule().wrong());
        assertTrue(cameras.confidence() > 90, () -> "confidence " + cameras.confidence());
    }

    @Test
    void proposesANewGroupWithAFreeValueOfItsOwnWhereThePresentOneIsWider() {
        Set<Integer> values = new HashSet<>();
        for (String crowd : List.of("recorder", "phone", "exchange")) {
            SgtRecommendation one = of(crowd);
            assertFalse(one.existing(), crowd);
            assertTrue(one.sgt() != null && one.sgt() >= 1000 && one.sgt() <= 1009 && one.sgt() != 1001, crowd);
            values.add(one.sgt());
            assertEquals("Everything", one.now().get(0).sgtName());
            assertEquals(0, one.correct());
        }
        assertEquals(3, values.size());
        assertEquals(4, recommendations.recommendAll(1).size());
        assertEquals(
                of("phone"),
                recommendations.recommendAll(1).stream()
                        .filter(one -> one.cluster().equals(world.clusterOf("phone", 0)))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void countsWhoWouldBeMissedAndWhoWouldWronglyGetIt() {
        world.run(
                "update segment_member set profile = null where mac = '" + world.mac("camera", 0) + "'",
                "update segment_member set profile = 'Axis-Camera' where mac = '" + world.mac("phone", 0) + "'");
        SgtRecommendation cameras = of("camera");
        assertEquals(29, cameras.rule().caught());
        assertEquals(List.of(world.mac("camera", 0)), cameras.rule().missedExamples());
        assertEquals(List.of(world.mac("phone", 0)), cameras.rule().wrongExamples());
    }
}
