package clarion.domain.flows.text;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180, but that a field never holds the end of a line; separated by comma, semicolon or tabulator. */
final class CsvFormat implements RecordFormat {

    /** By position: what stands there, or null for what says nothing to Clarion. */
    private final @Nullable Column[] columns;

    private final byte separator;
    private final RecordText record;

    private String faultyColumn = "";
    private byte[] faultyText = {};
    private int faultyFrom;
    private int faultyTo;

    private byte[] unquoted = new byte[256];
    private int unquotedLength;

    private CsvFormat(@Nullable Column[] columns, byte separator, RecordText record) {
        this.columns = columns;
        this.separator = separator;
        this.record = record;
    }

    /**
     * The format that a header describes, or null if what every record needs is not in it. Of columns with one name the
     * first counts.
     */
    static @Nullable CsvFormat of(String header, FlowBatch batch, Exporters exporters) {
        char separator = header.indexOf(',') >= 0 ? ',' : header.indexOf(';') >= 0 ? ';' : '\t';
        List<@Nullable Column> columns = new ArrayList<>();
        boolean nfdump = false;
        for (String field : header.split(String.valueOf(separator), -1)) {
            String name = field.replace("\"", "");
            Column column = Column.find(name);
            boolean again = column != null && columns.contains(column);
            columns.add(again ? null : column);
            nfdump |= column == Column.SOURCE && !name.strip().equalsIgnoreCase(column.title());
        }
        boolean enough = columns.contains(Column.SOURCE)
                && columns.contains(Column.DESTINATION)
                && columns.contains(Column.PROTOCOL)
                && (columns.contains(Column.START) || columns.contains(Column.END));
        return enough
                ? new CsvFormat(
                        columns.toArray(new Column[0]), (byte) separator, new RecordText(batch, exporters, nfdump))
                : null;
    }

    /** True for the line after which nfdump writes totals instead of records. */
    static boolean isEnd(byte[] text, int from, int to) {
        return to - from == 7
                && text[from] == 'S'
                && new String(text, from, 7, StandardCharsets.US_ASCII).equals("Summary");
    }

    @Override
    public @Nullable Fault read(byte[] text, int from, int to) {
        record.begin();
        int at = from;
        int last = columns.length - 1;
        for (int c = 0; c <= last; c++) {
            int start = at;
            Fault fault = null;
            Column column = columns[c];
            if (at < to && text[at] == '"') {
                at = unquote(text, at, to);
                if (at < 0) {
                    return line(Fault.BAD_QUOTES, text, start, to);
                }
                fault = column == null ? null : value(column, unquoted, 0, unquotedLength);
            } else {
                while (at < to && text[at] != separator) {
                    at++;
                }
                fault = column == null ? null : value(column, text, start, at);
            }
            if (fault != null) {
                return fault;
            }
            if (at == to) {
                if (c < last) {
                    return line(Fault.TOO_FEW_FIELDS, text, from, to);
                }
            } else {
                at++;
                if (c == last && at < to) {
                    return line(Fault.TOO_MANY_FIELDS, text, at, to);
                }
            }
        }
        Fault fault = record.finish();
        if (fault != null) {
            Column missing = record.missing();
            line(fault, text, from, missing == null ? to : from);
            faultyColumn = missing == null ? "" : missing.title();
        }
        return fault;
    }

    private @Nullable Fault value(Column column, byte[] text, int from, int to) {
        Fault fault = record.set(column, text, from, to);
        if (fault != null) {
            line(fault, text, from, to);
            faultyColumn = column.title();
        }
        return fault;
    }

    private Fault line(Fault fault, byte[] text, int from, int to) {
        faultyColumn = "";
        faultyText = text;
        faultyFrom = from;
        faultyTo = to;
        return fault;
    }

    /** Copies what is within the quotes; where the field ends, or -1 if it does not, or goes on after the quotes. */
    private int unquote(byte[] text, int from, int to) {
        if (unquoted.length < to - from) {
            unquoted = new byte[2 * (to - from)];
        }
        int length = 0;
        int at = from + 1;
        while (at < to) {
            byte b = text[at++];
            if (b == '"') {
                if (at == to || text[at] != '"') {
                    unquotedLength = length;
                    return at == to || text[at] == separator ? at : -1;
                }
                at++;
            }
            unquoted[length++] = b;
        }
        return -1;
    }

    @Override
    public String column() {
        return faultyColumn;
    }

    @Override
    public byte[] text() {
        return faultyText;
    }

    @Override
    public int from() {
        return faultyFrom;
    }

    @Override
    public int to() {
        return faultyTo;
    }
}
