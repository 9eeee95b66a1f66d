package clarion.ejb.listing;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the values that callers compare columns with. Every method throws IllegalArgumentException saying why. */
final class Operands {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,12}");

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
