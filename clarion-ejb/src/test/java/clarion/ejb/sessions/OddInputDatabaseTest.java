package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.sessions.SessionReport;
import clarion.ejb.connectors.QuarantineTable;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Topic;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text that PostgreSQL refuses, or that does not fit an index, must not fail the batch that it comes in. */
class OddInputDatabaseTest {

    private StoreFixture store;

    @BeforeEach
    void open() throws SQLException {
        store = new StoreFixture();
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    private static SessionReport everywhere(String text, String mac) {
        return aReport("audit:" + text)
                .mac(mac)
                .user("x" + text)
                .port("10.0.0.1", text)
                .profile(text)
                .group(text)
                .method(text)
                .attribute("name", text)
                .attribute(text + "name", "value")
                .build();
    }

    @Test
    void storesTextWithNulAndHalfSurrogates() throws SQLException {
        store.events(
                everywhere("a\0b", "00:00:00:00:00:01"),
                everywhere("a\ud800b", "00:00:00:00:00:02"),
                everywhere("quote\" back\\slash {brace}, null NULL \t\n\r \u001f \u007f \u2028", "00:00:00:00:00:03"),
                aReport("fine").build());
        assertEquals("4", store.value("select count(*) from session"));
        assertEquals(
                "quote\" back\\slash {brace}, null NULL \t\n\r \u001f \u007f \u2028",
                store.value("select attributes ->> 'name' from session where mac = '00:00:00:00:00:03'"));
        assertEquals("a\ufffdb", store.value("select sgt_name from session where mac = '00:00:00:00:00:01'"));
    }

    @Test
    void storesTextOfAnyLength() throws SQLException {
        Random random = new Random(7);
        for (int length : new int[] {511, 512, 513, 3000, 70_000}) {
            // Random text, because an index compresses what repeats; three octets a character in UTF-8.
            StringBuilder text = new StringBuilder(length);
            while (text.length() < length) {
                text.append((char) ('\u4e00' + random.nextInt(20_000)));
            }
            SessionReport report = everywhere(text.toString(), "00:00:00:00:00:0" + length % 7);
            store.events(report);
            assertEquals(1, store.events(report).duplicates(), "length " + length);
        }
        assertEquals(
                "5|5",
                store.value(
                        "select count(*), count(*) filter (where length(sgt_name) between 511 and 512) from session"));
    }

    @Test
    void refusesATimeThatWouldWinForEver() throws SQLException {
        store.events(aReport("s").at(5).build());
        for (String time : new String[] {"-0044-03-15T12:00:00Z", "+10000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"}) {
            ClarionException refused = assertThrows(
                    ClarionException.class,
                    () -> store.events(
                            aReport("other").build(),
                            aReport("s").at(Instant.parse(time)).build()));
            assertEquals(ProblemType.VALIDATION_FAILED, refused.type());
            assertTrue(String.valueOf(refused.getMessage()).contains("session s"), refused.getMessage());
        }
        assertEquals("1", store.value("select count(*) from session"), "the batch was undone");
    }

    @Test
    void keepsMessagesThatAreBeyondRepair() throws SQLException {
        QuarantinedMessage message =
                new QuarantinedMessage(Topic.SESSIONS, "/t", Instant.EPOCH, "r\0".repeat(9999), "b\0\ud800");
        store.inTransaction(connection -> {
            new QuarantineTable(connection).add(message);
            return 0;
        });
        assertEquals("b\ufffd\ufffd", store.value("select body from quarantined_message"));
    }
}
