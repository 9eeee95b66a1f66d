package clarion.domain.flows.text;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * NDJSON: one object a line (RFC 8259), with the columns' names as its members. Members of other names are passed over.
 */
final class JsonFormat implements RecordFormat {

    private static final int DEEPEST = 64;

    private final RecordText record;

    /** Names met before; bounded, because a file may have any. */
    private final Map<String, Column> names = new HashMap<>();

    private byte[] text = {};
    private int at;
    private int end;
    private String faultyColumn = "";
    private int faultyFrom;
    private int faultyTo;
    private byte[] faultyText = {};

    private byte[] string = new byte[256];
    private int stringLength;

    JsonFormat(FlowBatch batch, Exporters exporters) {
        record = new RecordText(batch, exporters, false);
    }

    @Override
    public @Nullable Fault read(byte[] line, int from, int to) {
        text = line;
        at = from;
        end = to;
        record.begin();
        Fault fault = object();
        if (fault == null) {
            skipBlanks();
            fault = at == end ? record.finish() : Fault.BAD_JSON;
            if (fault == Fault.MISSING) {
                Column missing = record.missing();
                return fault(fault, missing == null ? "" : missing.title(), line, from, from);
            }
        }
        if (fault == Fault.BAD_JSON || fault == Fault.ENDS_BEFORE_START) {
            return fault(fault, "", line, from, to);
        }
        return fault;
    }

    private @Nullable Fault object() {
        if (!take('{')) {
            return Fault.BAD_JSON;
        }
        if (take('}')) {
            return null;
        }
        do {
            skipBlanks();
            if (!string()) {
                return Fault.BAD_JSON;
            }
            Column column = column(new String(string, 0, stringLength, StandardCharsets.UTF_8));
            if (!take(':')) {
                return Fault.BAD_JSON;
            }
            skipBlanks();
            int start = at;
            boolean quoted = at < end && text[at] == '"';
            if (!value(0)) {
                return Fault.BAD_JSON;
            }
            if (column != null) {
                byte[] value = quoted ? string : text;
                int from = quoted ? 0 : start;
                int to = quoted ? stringLength : at;
                Fault fault = record.set(column, value, from, to);
                if (fault != null) {
                    return fault(fault, column.title(), value, from, to);
                }
            }
        } while (take(','));
        return take('}') ? null : Fault.BAD_JSON;
    }

    private @Nullable Column column(String name) {
        Column column = names.get(name);
        if (column == null) {
            column = Column.find(name);
            if (column != null && names.size() < 256) {
                names.put(name, column);
            }
        }
        return column;
    }

    /** Passes over any value; a string that is the value itself is then in {@link #string}. */
    private boolean value(int depth) {
        skipBlanks();
        if (at == end || depth > DEEPEST) {
            return false;
        }
        return switch (text[at]) {
            case '"' -> string();
            case '{' -> nested('}', depth, true);
            case '[' -> nested(']', depth, false);
            default -> word();
        };
    }

    private boolean nested(char closing, int depth, boolean named) {
        at++;
        if (take(closing)) {
            return true;
        }
        do {
            skipBlanks();
            if (named && !(string() && take(':'))) {
                return false;
            }
            if (!value(depth + 1)) {
                return false;
            }
        } while (take(','));
        return take(closing);
    }

    /** A number, true, false or null; what exactly is seen where the value is used. */
    private boolean word() {
        int start = at;
        while (at < end
                && (Character.isLetterOrDigit(text[at]) || text[at] == '-' || text[at] == '+' || text[at] == '.')) {
            at++;
        }
        return at > start;
    }

    private boolean string() {
        if (at == end || text[at] != '"') {
            return false;
        }
        if (string.length < 3 * (end - at)) {
            string = new byte[6 * (end - at)];
        }
        at++;
        int length = 0;
        while (at < end) {
            byte b = text[at++];
            if (b == '"') {
                stringLength = length;
                return true;
            }
            if (b != '\\') {
                string[length++] = b;
                continue;
            }
            if (at == end) {
                return false;
            }
            int code = escaped(text[at++]);
            if (code < 0) {
                return false;
            }
            if (code < 0x80) {
                string[length++] = (byte) code;
            } else if (code < 0x800) {
                string[length++] = (byte) (0xc0 | code >>> 6);
                string[length++] = (byte) (0x80 | code & 0x3f);
            } else {
                string[length++] = (byte) (0xe0 | code >>> 12);
                string[length++] = (byte) (0x80 | code >>> 6 & 0x3f);
                string[length++] = (byte) (0x80 | code & 0x3f);
            }
        }
        return false;
    }

    private int escaped(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> -1;
        };
    }

    private int unicode() {
        if (end - at < 4) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = text[at] < 0 ? -1 : Character.digit(text[at], 16);
            at++;
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }

    private boolean take(char expected) {
        skipBlanks();
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
    }

    private Fault fault(Fault fault, String column, byte[] value, int from, int to) {
        faultyColumn = column;
        faultyText = value;
        faultyFrom = from;
        faultyTo = to;
        return fault;
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
