package clarion.ejb;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes points in time as PostgreSQL reads a {@code timestamptz}. Ingest writes some ten of them for every session,
 * too many for the formatter behind {@link Instant#toString}.
 */
final class SqlTime {

    private static final int NANOS_PER_MICRO = 1000;

    private SqlTime() {}

    static String text(Instant time) {
        return append(new StringBuilder(27), time).toString();
    }

    /** Appends a time in whole microseconds, which is what the database keeps. */
    static StringBuilder append(StringBuilder text, Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            return text.append(time);
        }
        digits(text, utc.getYear(), 1000).append('-');
        digits(text, utc.getMonthValue(), 10).append('-');
        digits(text, utc.getDayOfMonth(), 10).append('T');
        digits(text, utc.getHour(), 10).append(':');
        digits(text, utc.getMinute(), 10).append(':');
        digits(text, utc.getSecond(), 10).append('.');
        return digits(text, utc.getNano() / NANOS_PER_MICRO, 100_000).append('Z');
    }

    private static StringBuilder digits(StringBuilder text, int number, int highest) {
        for (int power = highest; power > 0; power /= 10) {
            text.append((char) ('0' + number / power % 10));
        }
        return text;
    }
}
