package clarion.domain.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "255.255.255.255, 255.255.255.255",
        "010.1.2.3, 10.1.2.3",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "::, ::",
        "::1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void printsTheCanonicalForm(String text, String canonical) {
        assertEquals(canonical, IpAddress.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0", "10.0.0.256", "10.0.0.1.2", "localhost", "a.b.c.d", "1:2", ":::", "fe80::1%eth0"})
    void refusesWhatIsNone(String text) {
        assertTrue(IpAddress.find(text).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
    }

    @Test
    void readsBackWhatItPrints() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(octets);
            // many zero groups, so that :: is met in every position
            for (int g = 0; g + 1 < octets.length && octets.length == 16; g += 2) {
                if (random.nextInt(3) > 0) {
                    octets[g] = 0;
                    octets[g + 1] = 0;
                }
            }
            octets[0] = (byte) (octets[0] | 0x20);
            IpAddress address = IpAddress.of(octets);
            assertEquals(address, IpAddress.parse(address.toString()), () -> "seed " + seed);
        }
    }

    @Test
    void sortsIpv4BeforeIpv6AndByNumber() {
        assertEquals(
                "[9.0.0.1, 10.0.0.1, 200.0.0.1, 2001:db8::1]",
                Stream.of("2001:db8::1", "200.0.0.1", "10.0.0.1", "9.0.0.1")
                        .map(IpAddress::parse)
                        .sorted()
                        .toList()
                        .toString());
    }
}
