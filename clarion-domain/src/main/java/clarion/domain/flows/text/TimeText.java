package clarion.domain.flows.text;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Instants as text in bytes: seconds since 1970 with or without a fraction, milliseconds, microseconds or nanoseconds
 * (told apart by their size, which is right from 1973 on), ISO 8601 with or without zone, {@code yyyy-MM-dd
 * HH:mm:ss[.SSS]}. Without a zone it is UTC. Remembers the last date, so most times cost no calendar. Not thread-safe.
 */
public final class TimeText {

    /** No time. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final long MICROS_FROM = 100_000_000_000_000L;
    private static final long NANOS_FROM = 100_000_000_000_000_000L;
    private static final long DAY = 86_400_000L;

    private long lastDate = -1;
    private long lastDay;

    /** Milliseconds since 1970 UTC, or {@link #NONE}. */
    public long parse(String text) {
        byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** Milliseconds since 1970 UTC, or {@link #NONE}. */
    long parse(byte[] text, int from, int to) {
        int length = to - from;
        if (length >= 10 && text[from + 4] == '-' && text[from + 7] == '-') {
            return calendar(text, from, to);
        }
        int digits = from;
        while (digits < to && NumberText.digit(text[digits])) {
            digits++;
        }
        long number = NumberText.parse(text, from, digits, Long.MAX_VALUE);
        if (number < 0) {
            return NONE;
        }
        int fraction = digits == to ? 0 : text[digits] == '.' ? NumberText.fraction(text, digits, to) : -1;
        if (fraction < 0) {
            return NONE;
        }
        if (number < MILLIS_FROM) {
            return number * 1000 + fraction;
        }
        if (number < MICROS_FROM) {
            return number;
        }
        return number < NANOS_FROM ? number / 1000 : number / 1_000_000;
    }

    private long calendar(byte[] text, int from, int to) {
        long day = day(text, from);
        if (day == NONE) {
            return NONE;
        }
        int at = from + 10;
        if (at == to) {
            return day;
        }
        if (to - at < 6 || text[at] != 'T' && text[at] != 't' && text[at] != ' ' || text[at + 3] != ':') {
            return NONE;
        }
        int hours = two(text, at + 1);
        int minutes = two(text, at + 4);
        at += 6;
        int seconds = 0;
        int millis = 0;
        if (at < to && text[at] == ':') {
            if (to - at < 3) {
                return NONE;
            }
            seconds = two(text, at + 1);
            at += 3;
            if (at < to && (text[at] == '.' || text[at] == ',')) {
                int end = at + 1;
                while (end < to && NumberText.digit(text[end])) {
                    end++;
                }
                millis = end == at + 1 ? -1 : NumberText.fraction(text, at, end);
                at = end;
            }
        }
        // 60 is a leap second: the next minute.
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60 || millis < 0) {
            return NONE;
        }
        long offset = offset(text, at, to);
        return offset == NONE ? NONE : day + ((hours * 60L + minutes) * 60 + seconds) * 1000 + millis - offset;
    }

    /** Milliseconds east of UTC that a zone says: nothing, Z, UTC, +hh, +hhmm, +hh:mm, a blank before it. */
    private static long offset(byte[] text, int start, int to) {
        int at = start;
        while (at < to && text[at] == ' ') {
            at++;
        }
        int length = to - at;
        if (length == 0 || length == 1 && (text[at] | 0x20) == 'z') {
            return 0;
        }
        if (length == 3
                && (text[at] == 'U' && text[at + 1] == 'T' && text[at + 2] == 'C'
                        || text[at] == 'G' && text[at + 1] == 'M' && text[at + 2] == 'T')) {
            return 0;
        }
        if (text[at] != '+' && text[at] != '-' || length != 3 && length != 5 && length != 6) {
            return NONE;
        }
        if (length == 6 && text[at + 3] != ':') {
            return NONE;
        }
        int hours = two(text, at + 1);
        int minutes = length == 3 ? 0 : two(text, to - 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        long millis = (hours * 60L + minutes) * 60_000;
        return text[at] == '-' ? -millis : millis;
    }

    private long day(byte[] text, int from) {
        int century = two(text, from);
        int year = two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        if (century < 0 || year < 0 || month < 0 || day < 0) {
            return NONE;
        }
        long date = (century * 100L + year) << 16 | month << 8 | day;
        if (date != lastDate) {
            try {
                lastDay = LocalDate.of(century * 100 + year, month, day).toEpochDay() * DAY;
                lastDate = date;
            } catch (DateTimeException e) {
                return NONE;
            }
        }
        return lastDay;
    }

    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
