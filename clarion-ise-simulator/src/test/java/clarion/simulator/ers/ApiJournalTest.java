package clarion.simulator.ers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApiJournalTest {

    private static final long MILLI = 1_000_000;

    @Test
    void findsTheBusiestSecondWhereverItBegins() {
        ApiJournal journal = new ApiJournal();
        for (int i = 0; i < 60; i++) {
            journal.arrive((700 + 5 * i) * MILLI);
        }
        for (int i = 0; i < 60; i++) {
            journal.arrive((1000 + 5 * i) * MILLI);
        }
        assertEquals(120, journal.busiestSecond());
        assertEquals(20, journal.aboveLimit());
        assertEquals(1, journal.arrive(5_000 * MILLI));
        assertEquals(120, journal.busiestSecond());
        journal.restart();
        assertEquals(0, journal.busiestSecond());
        assertEquals(0, journal.aboveLimit());
    }

    @Test
    void neverSeesMoreThanAHundredAtAHundredASecond() {
        ApiJournal journal = new ApiJournal();
        for (long i = 0; i < 1_000; i++) {
            journal.arrive(i * 10 * MILLI);
        }
        assertEquals(100, journal.busiestSecond());
        assertEquals(0, journal.aboveLimit());
    }

    @Test
    void countsAsWritesWhatMayHaveTakenEffect() {
        ApiJournal journal = new ApiJournal();
        journal.add(Instant.EPOCH, "ersadmin", "POST", "/ers/config/sgt", 201, 3, 1, 1);
        journal.add(Instant.EPOCH, "ersadmin", "POST", "/ers/config/sgt", 0, 3, 1, 2);
        journal.add(Instant.EPOCH, "ersadmin", "POST", "/ers/config/sgt", 400, 3, 1, 3);
        journal.add(Instant.EPOCH, "ersadmin", "GET", "/ers/config/sgt", 200, 3, 1, 4);
        assertEquals(
                2, journal.after(0).stream().filter(ApiJournal.Call::isWrite).count());
        assertEquals(3, journal.after(1).get(1).number());
        assertEquals(4, journal.last());
    }
}
