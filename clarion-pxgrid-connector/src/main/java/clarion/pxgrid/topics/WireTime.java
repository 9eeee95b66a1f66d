package clarion.pxgrid.topics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * ISE's timestamps: ISO-8601 with 0 to 9 fraction digits and {@code Z} or any offset, with or without colon
 * ({@code 2020-10-02T16:41:03.984-04:00}). Instants are cut to microseconds, the database's precision, so that the same
 * time compares equal before and after it was stored.
 */
public final class WireTime {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private WireTime() {}

    /**
     * Reads a timestamp.
     *
     * @throws IllegalArgumentException if it is none, lacks an offset, or lies outside the years 1970 to 9999
     */
    public static Instant parse(String text) {
        try {
            String stripped = text.strip();
            OffsetDateTime time = isUsual(stripped) ? usual(stripped) : OffsetDateTime.parse(stripped, FORMAT);
            Instant instant = time.toInstant().truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new IllegalArgumentException("not a timestamp of this era: '" + text + "'");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an ISO-8601 timestamp with offset: '" + text + "'", e);
        }
    }

    /** The form that ISE nearly always writes, {@code 2020-10-02T16:41:03.984-04:00}, or with {@code Z}. */
    private static boolean isUsual(String text) {
        int length = text.length();
        boolean zulu = length == 24 && text.charAt(23) == 'Z';
        boolean offset = length == 29 && (text.charAt(23) == '-' || text.charAt(23) == '+');
        if (!zulu && !offset) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char expected = (zulu ? "dddd-dd-ddTdd:dd:dd.dddZ" : "dddd-dd-ddTdd:dd:dd.ddd+dd:dd").charAt(i);
            char c = text.charAt(i);
            boolean fits = switch (expected) {
                case 'd' -> c >= '0' && c <= '9';
                case '+' -> true; // seen above
                default -> c == expected;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static OffsetDateTime usual(String text) {
        ZoneOffset offset = ZoneOffset.UTC;
        if (text.length() == 29) {
            int sign = text.charAt(23) == '-' ? -1 : 1;
            offset = ZoneOffset.ofHoursMinutes(sign * number(text, 24, 26), sign * number(text, 27, 29));
        }
        return OffsetDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                number(text, 20, 23) * 1_000_000,
                offset);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The form in which ISE takes a start time. */
    public static String format(Instant instant) {
        return instant.toString();
    }
}
