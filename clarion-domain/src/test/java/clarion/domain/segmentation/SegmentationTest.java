package clarion.domain.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SegmentationTest {

    private static SmallWorld campus() {
        return new SmallWorld()
                .crowd("camera", 30)
                .crowd("recorder", 10)
                .crowd("phone", 30)
                .crowd("exchange", 10)
                .uses("camera", "tcp/554", "recorder", 20)
                .uses("phone", "udp/5060", "exchange", 20);
    }

    @Test
    void findsWhoDoesTheSame() {
        SmallWorld world = campus();
        Grouping grouping = group(world);
        assertEquals(4, grouping.groups());
        for (String crowd : List.of("camera", "recorder", "phone", "exchange")) {
            assertEquals(1, groups(world, grouping, crowd).size(), crowd);
        }
    }

    @Test
    void tellsServersOfOneKindApartByWhoAsksThem() {
        SmallWorld world = new SmallWorld()
                .crowd("camera", 40)
                .crowd("clerk", 40)
                .crowd("video", 5)
                .crowd("paper", 5)
                .uses("camera", "tcp/445", "video", 15)
                .uses("camera", "udp/554", "internet", 15)
                .uses("clerk", "tcp/445", "paper", 15)
                .uses("clerk", "tcp/443", "internet", 15);
        Grouping grouping = group(world);
        assertNotEquals(groups(world, grouping, "video"), groups(world, grouping, "paper"));
    }

    @Test
    void tellsApartByIdentityWhoDoesTheSame() {
        SmallWorld world = new SmallWorld()
                .crowd("finance", 40)
                .crowd("sales", 40)
                .uses("finance", "tcp/443", "internet", 30)
                .uses("sales", "tcp/443", "internet", 30);
        assertEquals(1, group(world).groups());
        world.is("finance", "group", "Finance").is("sales", "group", "Sales");
        Grouping grouping = group(world);
        assertEquals(2, grouping.groups());
        assertNotEquals(groups(world, grouping, "finance"), groups(world, grouping, "sales"));
    }

    @Test
    void leavesNobodyOutAndIsUnsureOfWhoSaysNothing() {
        SmallWorld world = campus().crowd("mute", 1);
        Grouping grouping = group(world);
        int mute = world.members("mute").get(0);
        assertTrue(grouping.group(mute) >= 0 && grouping.group(mute) < grouping.groups());
        assertTrue(grouping.confidence(mute) < 0.5, "confidence " + grouping.confidence(mute));
        int camera = world.members("camera").get(0);
        assertTrue(grouping.confidence(camera) > 0.8, "confidence " + grouping.confidence(camera));
    }

    @Test
    void findsTheSameAgain() {
        Grouping first = group(campus());
        Grouping second = group(campus());
        for (int i = 0; i < first.endpoints(); i++) {
            assertEquals(first.group(i), second.group(i));
            assertEquals(first.confidence(i), second.confidence(i));
        }
    }

    @Test
    void saysWhatMembersShareAndWhatTellsThemFromTheNearest() {
        SmallWorld world = campus();
        Findings findings = new Segmentation(world.graph(), 7).run();
        Grouping grouping = findings.grouping();
        int camera = world.members("camera").get(0);
        Trait first = findings.shared(grouping.group(camera), group -> "group " + group)
                .get(0);
        assertEquals(Trait.Kind.USES, first.kind());
        assertEquals("tcp/554", first.what());
        assertEquals("group " + grouping.group(world.members("recorder").get(0)), first.far());
        assertEquals(1, first.here());
        assertEquals(0, first.elsewhere());
        Findings.Reason reason = findings.reason(camera, group -> "group " + group);
        assertEquals("tcp/554", reason.towards().get(0).what());
        assertEquals(List.of(), reason.against());
        assertNotEquals(grouping.group(camera), findings.nearest(grouping.group(camera)));
    }

    @Test
    void makesNothingOfNothing() {
        Grouping grouping = group(new SmallWorld());
        assertEquals(0, grouping.groups());
        assertEquals(0, grouping.endpoints());
        assertEquals(1, group(new SmallWorld().crowd("lonely", 1)).groups());
    }

    private static Grouping group(SmallWorld world) {
        return new Segmentation(world.graph(), 7).run().grouping();
    }

    private static Set<Integer> groups(SmallWorld world, Grouping grouping, String crowd) {
        return world.members(crowd).stream().map(grouping::group).collect(Collectors.toSet());
    }
}
