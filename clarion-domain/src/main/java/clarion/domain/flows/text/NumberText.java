package clarion.domain.flows.text;

/** Numbers as text in bytes. What is none is -1, so nothing is thrown on the way of a record. */
final class NumberText {

    private NumberText() {}

    /** A whole number from 0 to max, or -1. A fraction of zeros, as spreadsheets write, is passed over. */
    static long parse(byte[] text, int from, int to, long max) {
        long number = 0;
        int at = from;
        while (at < to && digit(text[at])) {
            int digit = text[at] - '0';
            if (number > (max - digit) / 10) {
                return -1;
            }
            number = number * 10 + digit;
            at++;
        }
        return at > from && (at == to || zeros(text, at, to)) ? number : -1;
    }

    private static boolean zeros(byte[] text, int from, int to) {
        if (text[from] != '.' || from + 1 == to) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (text[i] != '0') {
                return false;
            }
        }
        return true;
    }

    /** Thousandths of a number with or without a fraction, or -1: {@code 1.5} is 1500. */
    static long thousandths(byte[] text, int from, int to) {
        int point = from;
        while (point < to && text[point] != '.') {
            point++;
        }
        long whole = parse(text, from, point, Long.MAX_VALUE / 2000);
        if (whole < 0 || point + 1 == to) {
            return -1;
        }
        int fraction = fraction(text, point, to);
        return fraction < 0 ? -1 : whole * 1000 + fraction;
    }

    /** Thousandths after a decimal point (or comma), further digits cut off; 0 if nothing is there; -1 if no digits. */
    static int fraction(byte[] text, int point, int to) {
        int thousandths = 0;
        int scale = 100;
        for (int i = point + 1; i < to; i++) {
            if (!digit(text[i])) {
                return -1;
            }
            thousandths += scale * (text[i] - '0');
            scale /= 10;
        }
        return thousandths;
    }

    /** TCP flags as a decimal or hexadecimal number, or as nfdump's letters such as {@code .A..SF}; or -1. */
    static int tcpFlags(byte[] text, int from, int to) {
        if (digit(text[from])) {
            boolean hex = to - from > 2 && (text[from + 1] | 0x20) == 'x';
            return hex ? hex(text, from + 2, to) : (int) parse(text, from, to, 0xffff);
        }
        int flags = 0;
        for (int i = from; i < to; i++) {
            int flag = flag(text[i]);
            if (flag < 0) {
                return -1;
            }
            flags |= flag;
        }
        return flags;
    }

    private static int flag(byte letter) {
        return switch (letter) {
            case 'F', 'f' -> 1;
            case 'S', 's' -> 2;
            case 'R', 'r' -> 4;
            case 'P', 'p' -> 8;
            case 'A', 'a' -> 16;
            case 'U', 'u' -> 32;
            case 'E', 'e' -> 64;
            case 'C', 'c', 'W', 'w' -> 128;
            case '.', '-', ' ', '|', '_' -> 0;
            default -> -1;
        };
    }

    private static int hex(byte[] text, int from, int to) {
        if (to - from > 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
