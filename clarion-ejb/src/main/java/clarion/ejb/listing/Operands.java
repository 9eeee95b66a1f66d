package clarion.ejb.listing;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the values that callers compare columns with. Every method throws IllegalArgumentException saying why. */
final class Operands {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,12}");
    private static final Pattern PREFIX_LENGTH = Pattern.compile("[0-9]{1,3}");

    private Operands() {}

    /**
     * Refuses what PostgreSQL cannot store as text: the NUL character and halves of surrogate pairs.
     *
     * @return the text
     */
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("text cannot hold the NUL character");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("text cannot hold half of a surrogate pair");
            }
        }
        return text;
    }

    static long integer(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a whole number: '" + text + "'", e);
        }
    }

    static boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: '" + text + "'");
        };
    }

    /** ISO 8601 with {@code Z} or an offset; a date alone is its midnight in UTC. Years 1 to 9999. */
    static OffsetDateTime instant(String text) {
        String trimmed = text.strip();
        try {
            OffsetDateTime time = trimmed.indexOf('T') < 0 && trimmed.indexOf('t') < 0
                    ? LocalDate.parse(trimmed).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(trimmed).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(notATime(text), e);
        }
        throw new IllegalArgumentException(notATime(text));
    }

    private static String notATime(String text) {
        return "not a time like 2026-11-23T08:30:00Z: '" + text + "'";
    }

    /** The text of an instant that {@link #instant} reads back to the microsecond. */
    static String text(Instant instant) {
        return instant.toString();
    }

    static String mac(String text) {
        return MacAddress.parse(text).toString();
    }

    /** Part of a MAC address in any spelling, as 1 to 12 hex digits. */
    static String macPart(String text) {
        String hex = text.strip().toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not part of a MAC address: '" + text + "'");
        }
        return hex;
    }

    static String ip(String text) {
        return IpAddress.parse(text).toString();
    }

    /**
     * The first and the last address of a network {@code address/prefix-length}; one address is both. As bounds they
     * use an index on the column, whatever the plan knows of the values.
     */
    static List<String> network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return List.of(ip(text), ip(text));
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        String length = text.substring(slash + 1).strip();
        int bits = PREFIX_LENGTH.matcher(length).matches() ? Integer.parseInt(length) : -1;
        if (bits < 0 || bits > (address.isV4() ? 32 : 128)) {
            throw new IllegalArgumentException("not a network: '" + text + "'");
        }
        byte[] first = address.octets();
        byte[] last = address.octets();
        for (int i = bits; i < first.length * 8; i++) {
            first[i / 8] &= (byte) ~(0x80 >>> i % 8);
            last[i / 8] |= (byte) (0x80 >>> i % 8);
        }
        return List.of(octets(first), octets(last));
    }

    /** As PostgreSQL reads it; not through IpAddress, which would take an IPv4-mapped address for IPv4. */
    private static String octets(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < octets.length; i++) {
            if (octets.length == 4) {
                text.append(i == 0 ? "" : ".").append(octets[i] & 0xff);
            } else {
                text.append(i == 0 || i % 2 == 1 ? "" : ":").append(String.format("%02x", octets[i]));
            }
        }
        return text.toString();
    }

    /** A pattern for LIKE with {@code \} as the escape character. */
    static String pattern(Operator operator, String text) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return switch (operator) {
            case CO -> "%" + literal + "%";
            case SW -> literal + "%";
            case EW -> "%" + literal;
            default -> throw new IllegalStateException(operator + " is not a pattern");
        };
    }
}
