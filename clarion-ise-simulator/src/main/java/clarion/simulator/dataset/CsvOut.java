package clarion.simulator.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180 with line feeds), written field by field without making strings. Names ending in .gz are. */
final class CsvOut implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 24;
    private static final int GZIP_BUFFER = 1 << 15;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int size;
    private boolean first = true;
    private long day = Long.MIN_VALUE;
    private byte[] date = {};
    private long lines;

    CsvOut(Path file, String header) throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        out = file.toString().endsWith(".gz") ? new FastGzip(plain) : plain;
        put(header.getBytes(StandardCharsets.UTF_8));
        put('\n');
    }

    /** Lines so far, without the header. */
    long lines() {
        return lines;
    }

    CsvOut text(@Nullable String value) throws IOException {
        next();
        if (value == null) {
            return this;
        }
        boolean quoted = value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0;
        String written = quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
        put(written.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    CsvOut number(long value) throws IOException {
        next();
        digits(value, 1);
        return this;
    }

    /** An IPv4 address in dots. */
    CsvOut address(long bits) throws IOException {
        next();
        for (int shift = 24; shift >= 0; shift -= 8) {
            digits(bits >> shift & 255, 1);
            if (shift > 0) {
                put('.');
            }
        }
        return this;
    }

    /** A MAC address in lower case with colons. */
    CsvOut mac(long bits) throws IOException {
        next();
        for (int shift = 40; shift >= 0; shift -= 8) {
            put(Character.forDigit((int) (bits >> shift + 4 & 15), 16));
            put(Character.forDigit((int) (bits >> shift & 15), 16));
            if (shift > 0) {
                put(':');
            }
        }
        return this;
    }

    /** An instant as {@code 2026-03-23T08:00:00.000Z}. */
    CsvOut time(long millis) throws IOException {
        next();
        long thisDay = Math.floorDiv(millis, DatasetPlan.DAY_MILLIS);
        if (thisDay != day) {
            day = thisDay;
            date = (LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
        }
        put(date);
        long left = Math.floorMod(millis, DatasetPlan.DAY_MILLIS);
        digits(left / 3_600_000, 2);
        put(':');
        digits(left / 60_000 % 60, 2);
        put(':');
        digits(left / 1_000 % 60, 2);
        put('.');
        digits(left % 1_000, 3);
        put('Z');
        return this;
    }

    void end() throws IOException {
        put('\n');
        first = true;
        lines++;
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }

    private void next() throws IOException {
        if (!first) {
            put(',');
        }
        first = false;
    }

    private void digits(long value, int least) throws IOException {
        if (size + LONGEST_NUMBER > BUFFER) {
            flush();
        }
        if (value < 0) {
            buffer[size++] = '-';
        }
        long left = Math.abs(value);
        int count = 1;
        for (long rest = left / 10; rest > 0; rest /= 10) {
            count++;
        }
        count = Math.max(count, least);
        for (int i = count - 1; i >= 0; i--) {
            buffer[size + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        size += count;
    }

    private void put(int octet) throws IOException {
        if (size == BUFFER) {
            flush();
        }
        buffer[size++] = (byte) octet;
    }

    private void put(byte[] octets) throws IOException {
        if (size + octets.length > BUFFER) {
            flush();
        }
        if (octets.length > BUFFER) {
            out.write(octets);
        } else {
            System.arraycopy(octets, 0, buffer, size, octets.length);
            size += octets.length;
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, GZIP_BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
