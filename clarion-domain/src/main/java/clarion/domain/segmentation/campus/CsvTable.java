package clarion.domain.segmentation.campus;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.flows.text.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads CSV with a header by RFC 4180, gzipped or not: UTF-8, or UTF-16 with a byte order mark; separated by comma,
 * semicolon or tabulator. Names of columns are compared without case, blanks, underscores and hyphens; what is missing
 * is empty. An empty file has no rows.
 */
final class CsvTable {

    /** Characters of the longest field that is read; beyond them it is no table. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> fields = new ArrayList<>();
    private final Reader in;
    private final String what;
    private final StringBuilder field = new StringBuilder();
    private char separator = ',';
    private int next;

    private CsvTable(Reader in, String what) throws IOException {
        this.in = in;
        this.what = what;
        this.next = in.read();
    }

    /** A row; good until the next one is read. */
    final class Row {

        private Row() {}

        /** The first of these columns that is not empty, without blanks around it; else empty. */
        String get(String... names) {
            for (String name : names) {
                Integer at = columns.get(name);
                if (at != null && at < fields.size() && !fields.get(at).isEmpty()) {
                    return fields.get(at);
                }
            }
            return "";
        }
    }

    /**
     * Hands on every row.
     *
     * @param what what the file is, for messages
     * @return how many rows there were
     * @throws ClarionException if it cannot be read, or none of the columns is in its header
     */
    static long read(InputStream file, String what, List<String> anyOf, Consumer<Row> rows) {
        try {
            CsvTable table = new CsvTable(decoded(Unpacked.of(file, what)), what);
            return table.header(anyOf) ? table.rows(rows) : 0;
        } catch (IOException e) {
            throw new ClarionException(
                    ProblemType.MALFORMED_REQUEST,
                    "The " + what + " cannot be read to its end: " + e.getMessage() + ". Check it with gzip -t.",
                    e);
        }
    }

    private boolean header(List<String> anyOf) throws IOException {
        do {
            if (next < 0) {
                return false;
            }
            StringBuilder line = new StringBuilder();
            while (next >= 0 && next != '\n' && line.length() < LONGEST_FIELD) {
                line.append((char) next);
                next = in.read();
            }
            next = next < 0 ? next : in.read();
            String header = line.toString().strip();
            if (!header.isEmpty()) {
                separator = header.indexOf(',') >= 0 ? ',' : header.indexOf(';') >= 0 ? ';' : '\t';
                int at = 0;
                for (String name : header.split(String.valueOf(separator), -1)) {
                    columns.putIfAbsent(plain(name), at++);
                }
            }
        } while (columns.isEmpty());
        if (anyOf.stream().noneMatch(columns::containsKey)) {
            throw new ClarionException(
                    ProblemType.MALFORMED_REQUEST,
                    "The " + what + " has none of the columns " + anyOf + " in its first line. Give it a header.");
        }
        return true;
    }

    private static String plain(String name) {
        return name.replace("\"", "").replaceAll("[_\\-\\s]", "").toLowerCase(Locale.ROOT);
    }

    private long rows(Consumer<Row> consumer) throws IOException {
        Row row = new Row();
        long count = 0;
        while (next >= 0) {
            line();
            if (fields.size() > 1 || !fields.get(0).isEmpty()) {
                consumer.accept(row);
                count++;
            }
        }
        return count;
    }

    private void line() throws IOException {
        fields.clear();
        while (true) {
            field.setLength(0);
            if (next == '"') {
                quoted();
            }
            while (next >= 0 && next != separator && next != '\n') {
                append((char) next);
                next = in.read();
            }
            fields.add(field.toString().strip());
            if (next != separator) {
                next = next < 0 ? next : in.read();
                return;
            }
            next = in.read();
        }
    }

    private void quoted() throws IOException {
        next = in.read();
        while (next >= 0) {
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    return;
                }
            }
            append((char) next);
            next = in.read();
        }
    }

    private void append(char c) {
        if (field.length() == LONGEST_FIELD) {
            throw new ClarionException(
                    ProblemType.MALFORMED_REQUEST,
                    "The " + what + " has a field without end: a quotation mark is not closed. Look for it near '"
                            + field.substring(0, 40).replaceAll("\\p{Cntrl}", "?") + "'.");
        }
        field.append(c);
    }

    private static Reader decoded(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, 3);
        byte[] mark = in.readNBytes(3);
        boolean two = mark.length >= 2;
        Charset charset = StandardCharsets.UTF_8;
        int skipped = 0;
        if (mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf) {
            skipped = 3;
        } else if (two && mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe) {
            charset = StandardCharsets.UTF_16LE;
            skipped = 2;
        } else if (two && mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff) {
            charset = StandardCharsets.UTF_16BE;
            skipped = 2;
        }
        in.unread(mark, skipped, mark.length - skipped);
        return new java.io.BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }
}
