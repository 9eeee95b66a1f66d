package clarion.domain.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:1B:44:11:3A:B7",
                "00-1b-44-11-3a-b7",
                "001b.4411.3ab7",
                "001B44113AB7",
                " 00:1b:44:11:3a:b7 ",
                "00.1b.44.11.3a.b7"
            })
    void takesEveryHumanSpelling(String text) {
        assertEquals("00:1b:44:11:3a:b7", MacAddress.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00:1B:44:11:3A",
                "00:1B:44:11:3A:B7:00",
                "00:1B-44:11:3A:B7",
                "00:1B:44:11:3A:BG",
                "001b:4411:3ab7",
                "0011223344556",
                "+1 555 0100 00",
                "alice",
                "٠٠:1B:44:11:3A:B7"
            })
    void refusesWhatIsNone(String text) {
        assertTrue(MacAddress.find(text).isEmpty());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> MacAddress.parse(text));
        assertTrue(String.valueOf(refused.getMessage()).contains("'" + text + "'"));
    }

    @Test
    void readsBackWhatItPrints() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            MacAddress mac = new MacAddress(random.nextLong() & 0xffff_ffff_ffffL);
            String text = mac.toString();
            String dashed = text.toUpperCase(Locale.ROOT).replace(':', '-');
            assertEquals(mac, MacAddress.parse(text), () -> "seed " + seed);
            assertEquals(mac, MacAddress.parse(dashed), () -> "seed " + seed);
            assertEquals(mac, MacAddress.parse(text.replace(":", "")), () -> "seed " + seed);
        }
    }

    @Test
    void refusesMoreThan48Bits() {
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(1L << 48));
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(-1));
    }

    @Test
    void knowsAddressesThatAreNotBurntIn() {
        assertTrue(MacAddress.parse("da:a1:19:00:00:01").isLocallyAdministered());
        assertFalse(MacAddress.parse("d8:a1:19:00:00:01").isLocallyAdministered());
    }
}
