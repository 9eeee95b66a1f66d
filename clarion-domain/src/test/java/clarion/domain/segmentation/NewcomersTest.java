package clarion.domain.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NewcomersTest {

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
    void goWhereTheirLikeAreAndAllOthersStay() {
        SmallWorld world = campus();
        EndpointGraph graph = world.graph();
        Grouping found = new Segmentation(graph, 1).run().grouping();
        int[] known = new int[graph.endpoints()];
        for (int i = 0; i < known.length; i++) {
            known[i] = isNew(graph.name(i)) ? Newcomers.NOWHERE : found.group(i);
        }
        assertEquals(8, Arrays.stream(known).filter(g -> g == Newcomers.NOWHERE).count());
        Grouping placed = Newcomers.place(graph, known, found.groups());
        for (int i = 0; i < known.length; i++) {
            assertEquals(found.group(i), placed.group(i), graph.name(i));
            int endpoint = i;
            assertTrue(
                    placed.confidence(i) > 0.6,
                    () -> graph.name(endpoint) + " " + placed.confidence(endpoint) + " then "
                            + found.confidence(endpoint));
        }
    }

    /** The first two of each crowd. */
    private static boolean isNew(String name) {
        return name.endsWith("-0") || name.endsWith("-1");
    }

    @Test
    void areOfferedNoGroupThatNobodyIsIn() {
        EndpointGraph graph = campus().graph();
        int[] known = new int[graph.endpoints()];
        Arrays.fill(known, 2);
        known[0] = Newcomers.NOWHERE;
        assertEquals(2, Newcomers.place(graph, known, 5).group(0));
    }

    @Test
    void needSomebodyWhoHasAGroup() {
        EndpointGraph graph = campus().graph();
        int[] known = new int[graph.endpoints()];
        Arrays.fill(known, Newcomers.NOWHERE);
        assertThrows(IllegalArgumentException.class, () -> Newcomers.place(graph, known, 3));
    }
}
