package clarion.ejb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SqlTimeTest {

    @Test
    void saysTheSameInstant() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(253_402_300_799L), random.nextInt(1_000_000_000));
            assertEquals(time.truncatedTo(ChronoUnit.MICROS), Instant.parse(SqlTime.text(time)));
        }
    }

    @Test
    void reachesFromTheFirstToTheLastThatIsStored() {
        assertEquals("1970-01-01T00:00:00.000000Z", SqlTime.text(Instant.EPOCH));
        assertEquals("9999-12-31T23:59:59.999999Z", SqlTime.text(Instant.parse("9999-12-31T23:59:59.999999999Z")));
    }

    @Test
    void leavesToTheDatabaseWhatHasNoFourDigitYear() {
        assertEquals("+10000-01-01T00:00:00Z", SqlTime.text(Instant.parse("+10000-01-01T00:00:00Z")));
    }
}
