package clarion.domain.flows.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.FlowBatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextValuesTest {

    @ParameterizedTest
    @CsvSource({
        "1767603600, 2026-01-05T09:00:00Z",
        "1767603600.25, 2026-01-05T09:00:00.25Z",
        "1767603600250, 2026-01-05T09:00:00.25Z",
        "1767603600250.9, 2026-01-05T09:00:00.25Z",
        "1767603600250999, 2026-01-05T09:00:00.25Z",
        "1767603600250999000, 2026-01-05T09:00:00.25Z",
        "2026-01-05T09:00:00, 2026-01-05T09:00:00Z",
        "2026-01-05 09:00, 2026-01-05T09:00:00Z",
        "2026-01-05, 2026-01-05T00:00:00Z",
        "2026-01-05 09:00:00.123456, 2026-01-05T09:00:00.123Z",
        "'2026-01-05 09:00:00,5', 2026-01-05T09:00:00.5Z",
        "2026-01-05T09:00:00z, 2026-01-05T09:00:00Z",
        "2026-01-05 09:00:00 UTC, 2026-01-05T09:00:00Z",
        "2026-01-05T09:00:00+02:00, 2026-01-05T07:00:00Z",
        "2026-01-05T09:00:00.5-0530, 2026-01-05T14:30:00.5Z",
        "2026-01-05T09:00:00+02, 2026-01-05T07:00:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "0, 1970-01-01T00:00:00Z"
    })
    void readsTimes(String text, Instant expected) {
        assertEquals(expected.toEpochMilli(), time(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "-5",
                "2026-13-01 00:00:00",
                "2026-02-30",
                "2026-01-05 24:00:00",
                "2026-01-05 09:60:00",
                "2026-01-05 09:00:0",
                "2026-01-05 09",
                "2026-01-05 09:00:00.",
                "2026-01-05T09:00:00+2",
                "2026-01-05T09:00:00 CET",
                "1767603600,5",
                "1e9",
                "99999999999999999999",
                "2026-01-05X09:00:00"
            })
    void refusesWhatIsNoTime(String text) {
        assertEquals(TimeText.NONE, time(text));
    }

    private static long time(String text) {
        byte[] bytes = bytes(text);
        return new TimeText().parse(bytes, 0, bytes.length);
    }

    @Test
    void readsEveryAddressAsIpAddressDoes() {
        Random random = new Random(5);
        AddressText read = new AddressText();
        for (int n = 0; n < 200_000; n++) {
            byte[] octets = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(octets);
            for (int i = 0; i < octets.length; i++) {
                octets[i] &= (byte) (random.nextInt(3) == 0 ? 0 : -1);
            }
            IpAddress address = IpAddress.of(octets);
            if (octets.length == 16
                    && FlowBatch.isV4(0, 0xffff_0000_0000L)
                    && address.toString().startsWith("::ffff:")) {
                continue;
            }
            byte[] text = bytes(address.toString());
            assertTrue(read.parse(text, 0, text.length), address::toString);
            assertEquals(address, FlowBatch.address(read.high, read.low));
        }
    }

    @Test
    void refusesWhatIpAddressRefuses() {
        Random random = new Random(6);
        AddressText read = new AddressText();
        String alphabet = "0123456789abf:..::";
        for (int n = 0; n < 300_000; n++) {
            StringBuilder text = new StringBuilder(n % 2 == 0 ? "1:2:3" : n % 3 == 0 ? "10.1" : "::");
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (text.toString().matches(".*[0-9a-f]{5}.*")) {
                // The JDK takes leading zeros beyond the four digits of RFC 4291.
                continue;
            }
            byte[] bytes = bytes(text.toString());
            boolean good = read.parse(bytes, 0, bytes.length);
            IpAddress expected = IpAddress.find(text.toString()).orElse(null);
            assertEquals(expected != null, good, text::toString);
            if (expected != null) {
                assertEquals(expected, FlowBatch.address(read.high, read.low), text::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fe80::1%eth0",
                "1.2.3",
                "1.2.3.4.5",
                "1..2.3",
                "256.1.1.1",
                "0001.1.1.1",
                "host",
                ":1",
                "1:",
                ":::"
            })
    void refusesWhatIsNoAddress(String text) {
        byte[] bytes = bytes(text);
        assertFalse(new AddressText().parse(bytes, 0, bytes.length));
    }

    @Test
    void readsFlagsAsNumberAndAsLetters() {
        assertEquals(27, flags("27"));
        assertEquals(27, flags("0x1b"));
        assertEquals(27, flags("...AP.SF"));
        assertEquals(2, flags("S"));
        assertEquals(0, flags("........"));
        assertEquals(-1, flags("SYN?"));
        assertEquals(-1, flags("70000"));
    }

    private static int flags(String text) {
        byte[] bytes = bytes(text);
        return NumberText.tcpFlags(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
