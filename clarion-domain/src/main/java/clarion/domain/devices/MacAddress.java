package clarion.domain.devices;

import java.util.Optional;

/**
 * A 48-bit IEEE 802 MAC address (EUI-48).
 *
 * <p>{@link #parse} takes the spellings that ISE, switches and people use: {@code 00:1B:44:11:3A:B7},
 * {@code 00-1b-44-11-3a-b7}, {@code 001b.4411.3ab7} and {@code 001b44113ab7}. {@link #toString} gives the one canonical
 * form, lower case with colons.
 *
 * @param bits the address as an unsigned number below 2^48
 */
public record MacAddress(long bits) implements Comparable<MacAddress> {

    private static final long LIMIT = 1L << 48;

    public MacAddress {
        if (bits < 0 || bits >= LIMIT) {
            throw new IllegalArgumentException("not a 48-bit MAC address: 0x" + Long.toHexString(bits));
        }
    }

    /**
     * Reads any human spelling of a MAC address.
     *
     * @throws IllegalArgumentException if the text is none; the text is in the message
     */
    public static MacAddress parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a MAC address: '" + text + "'"));
    }

    /** Like {@link #parse}, for text that often is something else, such as a calling station that is a phone number. */
    public static Optional<MacAddress> find(String text) {
        String trimmed = text.strip();
        int length = trimmed.length();
        boolean pairs = length == 17 && separatedBy(trimmed, trimmed.charAt(2), 3);
        boolean quads = length == 14 && separatedBy(trimmed, '.', 5);
        if (!pairs && !quads && length != 12) {
            return Optional.empty();
        }
        long bits = 0;
        int digits = 0;
        for (int i = 0; i < length; i++) {
            char c = trimmed.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit >= 0) {
                bits = bits << 4 | digit;
                digits++;
            } else if (length == 12) {
                return Optional.empty();
            }
        }
        return digits == 12 ? Optional.of(new MacAddress(bits)) : Optional.empty();
    }

    private static boolean separatedBy(String text, char separator, int every) {
        if (separator != ':' && separator != '-' && separator != '.') {
            return false;
        }
        for (int i = every - 1; i < text.length(); i += every) {
            if (text.charAt(i) != separator) {
                return false;
            }
        }
        return true;
    }

    /** True for addresses that are not burnt in, as phones and laptops use them for privacy (IEEE 802, U/L bit). */
    public boolean isLocallyAdministered() {
        return (bits >>> 40 & 0x02) != 0;
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        char[] text = new char[17];
        for (int i = 0; i < 6; i++) {
            int octet = (int) (bits >>> (40 - 8 * i)) & 0xff;
            text[3 * i] = Character.forDigit(octet >>> 4, 16);
            text[3 * i + 1] = Character.forDigit(octet & 0xf, 16);
            if (i < 5) {
                text[3 * i + 2] = ':';
            }
        }
        return new String(text);
    }
}
