package clarion.ejb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DatabaseTextTest {

    @Test
    void leavesOrdinaryTextAlone() {
        for (String text : List.of("", "alice", "Zoë \ud83d\ude00", "x".repeat(DatabaseText.TEXT_LIMIT))) {
            assertEquals(text, DatabaseText.text(text));
            assertEquals(text, DatabaseText.key(text));
        }
    }

    @Test
    void replacesWhatPostgresqlCannotStore() {
        assertEquals("a\ufffdb\ufffd\ufffd", DatabaseText.text("a\0b\ud800\udc00".replace("\udc00", "\udbff")));
        assertEquals("\ufffdx", DatabaseText.text("\udc00x"));
        assertEquals("x\ufffd", DatabaseText.text("x\ud83d"));
    }

    @Test
    void cutsLongTextBetweenCharacters() {
        String cut = Objects.requireNonNull(DatabaseText.text("\ud83d\ude00".repeat(400)));
        assertTrue(cut.length() <= DatabaseText.TEXT_LIMIT && cut.endsWith("\ude00…"), cut);
        assertEquals(
                DatabaseText.TEXT_LIMIT,
                Objects.requireNonNull(DatabaseText.text("x".repeat(9999))).length());
    }

    @Test
    void keepsLongKeysApart() {
        String head = "x".repeat(600);
        assertNotEquals(DatabaseText.key(head + "1"), DatabaseText.key(head + "2"));
        assertEquals(DatabaseText.key(head), DatabaseText.key(head));
        assertTrue(DatabaseText.key(head).length() < 300);
        assertNotEquals(DatabaseText.key("a\0b"), DatabaseText.key("a\ud800b"));
    }

    @Test
    void writesJsonThatNeedsEscaping() {
        assertEquals("[\"a\\\"b\\\\\",\"\\u000a\"]", DatabaseText.json(List.of("a\"b\\", "\n")));
        assertEquals("{\"k\":\"\ufffd\"}", DatabaseText.json(Map.of("k", "\0")));
        assertEquals("[]", DatabaseText.json(List.of()));
    }
}
