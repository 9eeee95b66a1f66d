package clarion.ejb.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void comesBackAsItWas() {
        Cursor cursor = new Cursor("f-1", Arrays.asList("Zoë \"x\"\n", null, "", "42"));
        assertEquals(cursor, Cursor.decode(cursor.encode()));
    }

    @Test
    void anythingElseIsRefused() {
        List<String> bad = List.of(
                "",
                "!",
                "AAAA",
                encoded("null"),
                encoded("[]"),
                encoded("{}"),
                encoded("{\"f\":1,\"k\":[]}"),
                encoded("{\"f\":\"x\",\"k\":{}}"),
                encoded("{\"f\":\"x\",\"k\":[1]}"),
                encoded("{\"f\":\"x\"}"),
                encoded("{\"f\":\"x\",\"k\":[\"\\u0000\"]}"),
                "x".repeat(10_000));
        for (String text : bad) {
            assertEquals(
                    ProblemType.INVALID_CURSOR,
                    assertThrows(ClarionException.class, () -> Cursor.decode(text), text)
                            .type());
        }
    }

    @Test
    void damageIsRefusedOrHarmless() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String good = new Cursor("fingerprint", Arrays.asList("alice", null, "42")).encode();
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(good);
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(96)));
            }
            try {
                Cursor.decode(text.toString());
            } catch (ClarionException e) {
                assertEquals(ProblemType.INVALID_CURSOR, e.type());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", cursor " + text, e);
            }
        }
    }
}
