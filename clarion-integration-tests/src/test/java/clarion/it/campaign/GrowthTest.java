package clarion.it.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.MicroServer.Footprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final long MIB = 1 << 20;

    private static List<String> faults(Footprint... rounds) {
        Growth growth = new Growth();
        List.of(rounds).forEach(growth::note);
        return growth.faults();
    }

    private static Footprint heap(long mebibytes) {
        return new Footprint(60, 100, mebibytes * MIB);
    }

    @Test
    void findsAHeapThatGrows() {
        List<String> faults = faults(heap(90), heap(92), heap(96), heap(101), heap(103));
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).startsWith("octets of heap"), faults.get(0));
    }

    @Test
    void findsThreadsAndFilesThatGrow() {
        assertEquals(
                2,
                faults(
                                new Footprint(60, 100, MIB),
                                new Footprint(61, 101, MIB),
                                new Footprint(90, 160, MIB),
                                new Footprint(91, 161, MIB))
                        .size());
    }

    @Test
    void takesOneBadMomentForWhatItIs() {
        assertEquals(List.of(), faults(heap(90), heap(92), heap(91), heap(140), heap(92)));
        assertEquals(List.of(), faults(heap(90), heap(92), heap(91), heap(92), heap(140)));
    }

    @Test
    void doesNotJudgeTooEarly() {
        Growth growth = new Growth();
        growth.note(heap(10));
        growth.note(heap(10));
        growth.note(heap(200));
        assertFalse(growth.canTell());
        assertEquals(List.of(), growth.faults());
    }
}
