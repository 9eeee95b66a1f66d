package clarion.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher(1_000);

    @Test
    void matchesTheSamePasswordOnly() {
        String encoded = hasher.hash("correct horse battery");
        assertTrue(hasher.matches("correct horse battery", encoded));
        assertFalse(hasher.matches("correct horse batterz", encoded));
        assertFalse(hasher.matches("", encoded));
        assertFalse(hasher.matchesNobody("correct horse battery"));
    }

    @Test
    void storesItsParametersAndASaltOfItsOwn() {
        String[] parts = new PasswordHasher().hash("correct horse battery").split("\\$");
        assertEquals("pbkdf2-sha512", parts[0]);
        assertTrue(Integer.parseInt(parts[1]) >= 210_000);
        assertEquals(32, Base64.getDecoder().decode(parts[2]).length);
        assertEquals(64, Base64.getDecoder().decode(parts[3]).length);
        assertNotEquals(hasher.hash("correct horse battery"), hasher.hash("correct horse battery"));
    }

    @Test
    void readsHashesMadeWithOtherWorkAndKnowsTheyAreOutdated() {
        String old = hasher.hash("correct horse battery");
        PasswordHasher harder = new PasswordHasher(1_001);
        assertTrue(harder.matches("correct horse battery", old));
        assertTrue(harder.isOutdated(old));
        assertFalse(hasher.isOutdated(old));
    }

    @Test
    void takesTheSameCharactersFromEveryKeyboard() {
        String composed = hasher.hash("correct caf\u00e9 battery");
        assertTrue(hasher.matches("correct cafe\u0301 battery", composed));
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThrows(IllegalArgumentException.class, () -> hasher.matches("x", "plain text"));
    }
}
