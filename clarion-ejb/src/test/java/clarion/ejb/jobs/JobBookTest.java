package clarion.ejb.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JobBookTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final JobBook book = new JobBook(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void knowsNothingOfAJobThatHasNotRun() {
        assertTrue(book.records().isEmpty());
    }

    @Test
    void notesARunAndHandsItsFailureOn() {
        book.run("sweep", () -> {});
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> book.run("sweep", () -> {
                    throw new IllegalStateException("the database is away");
                }));
        assertEquals("the database is away", thrown.getMessage());
        JobRecord record = book.records().get("sweep");
        assertNotNull(record);
        assertEquals(2, record.runs());
        assertEquals(1, record.failures());
        assertFalse(record.lastGood());
        assertEquals(NOON, record.lastEndedAt());
        assertEquals(NOON, record.lastSucceededAt());
        assertFalse(record.lastDuration().isNegative());
    }

    @Test
    void aJobThatOnlyFailedNeverSucceeded() {
        assertThrows(
                ArithmeticException.class,
                () -> book.run("sum", () -> {
                    throw new ArithmeticException();
                }));
        JobRecord record = book.records().get("sum");
        assertNotNull(record);
        assertEquals(null, record.lastSucceededAt());
    }
}
