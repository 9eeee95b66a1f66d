package clarion.domain.flows.text;

import java.io.IOException;
import java.io.InputStream;

/** Lines of a stream as ranges of a buffer that is used again. LF, CRLF and the end of the stream end a line. */
final class Lines {

    /** Bytes of the longest line that is read; of longer ones only the beginning can be had. */
    static final int LONGEST = 64 * 1024;

    private final InputStream in;

    /** The bytes of the present line stand in here between {@link #from} and {@link #to}. */
    final byte[] text = new byte[4 * LONGEST];

    int from;
    int to;

    private boolean tooLong;
    private boolean broken;
    private int next;
    private int filled;
    private boolean ended;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Number of the present line, from 1; 0 before the first. */
    long number() {
        return number;
    }

    /** True if the present line is longer than {@link #LONGEST}; only its beginning is in the buffer. */
    boolean isTooLong() {
        return tooLong;
    }

    /** True once the stream has failed, or ended too early. */
    boolean isBroken() {
        return broken;
    }

    /** Goes to the next line; false if there is none. What the last line's range held is then gone. */
    boolean next() {
        if (tooLong && !skipRest()) {
            return false;
        }
        tooLong = false;
        from = next;
        int at = next;
        while (true) {
            byte[] bytes = text;
            int end = filled;
            while (at < end && bytes[at] != '\n') {
                at++;
            }
            if (at - from > LONGEST) {
                tooLong = true;
                next = from + LONGEST;
                to = next;
                number++;
                return true;
            }
            if (at < end) {
                return line(at, at + 1);
            }
            int scanned = at - from;
            if (!fill()) {
                // What a failing stream leaves behind is the beginning of a line, not a line.
                return filled > from && !broken && line(filled, filled);
            }
            at = from + scanned;
        }
    }

    private boolean line(int end, int following) {
        number++;
        next = following;
        to = end > from && text[end - 1] == '\r' ? end - 1 : end;
        return true;
    }

    private boolean skipRest() {
        int at = next;
        while (true) {
            while (at < filled && text[at] != '\n') {
                at++;
            }
            if (at < filled) {
                next = at + 1;
                return true;
            }
            from = filled;
            if (!fill()) {
                return false;
            }
            at = from;
        }
    }

    /** Moves the present line to the front and reads on; false at the end. A line in work leaves room for more. */
    private boolean fill() {
        if (ended) {
            return false;
        }
        System.arraycopy(text, from, text, 0, filled - from);
        filled -= from;
        from = 0;
        try {
            int read = in.read(text, filled, text.length - filled);
            if (read > 0) {
                filled += read;
                return true;
            }
        } catch (IOException e) {
            broken = true;
        }
        ended = true;
        return false;
    }
}
