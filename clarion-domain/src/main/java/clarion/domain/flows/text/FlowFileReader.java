package clarion.domain.flows.text;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.FlowSink;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flow file of any supported kind: CSV with Clarion's or nfdump's columns in any order, or NDJSON with the same
 * names; gzipped or not. All of it is recognised by content, never by the file's name.
 *
 * <p>A record needs both addresses, the protocol, and its start or its end. What else is missing or empty is unknown,
 * except that packets are then 1, octets and ports 0. Times without a zone are UTC.
 *
 * <p>A line that cannot be read is left out and reported; the others are read all the same. One reader reads one file
 * at a time, on the caller's thread.
 */
public final class FlowFileReader {

    /** Errors that are kept in full unless said otherwise; all are counted. */
    public static final int ERRORS_KEPT = 100;

    private static final int BATCH = 1024;

    private final Exporters exporters;
    private final int errorsKept;

    public FlowFileReader(Exporters exporters) {
        this(exporters, ERRORS_KEPT);
    }

    /**
     * @param exporters gives the numbers of the exporters that the file names
     * @param errorsKept how many errors the report holds, at least 0
     */
    public FlowFileReader(Exporters exporters, int errorsKept) {
        this.exporters = exporters;
        this.errorsKept = errorsKept;
    }

    /**
     * Reads the stream to its end, without closing it. A sink that throws ends the reading.
     *
     * @throws ClarionException if this is no flow file: no header, a format that is not supported
     */
    public FlowFileReport read(InputStream file, FlowSink sink) {
        Lines lines = new Lines(Unpacked.of(file, "flow file"));
        LineErrors errors = new LineErrors(errorsKept);
        FlowBatch batch = new FlowBatch(BATCH);
        Fingerprints fingerprints = new Fingerprints(exporters);
        RecordFormat format = null;
        while (lines.next()) {
            byte[] text = lines.text;
            if (isBlank(text, lines.from, lines.to)) {
                continue;
            }
            if (format == null) {
                skipByteOrderMark(lines);
                format = format(lines, batch);
                if (format instanceof CsvFormat) {
                    continue;
                }
            }
            if (format == null) {
                continue;
            }
            if (lines.isTooLong()) {
                errors.add(lines.number(), "", text, lines.from, lines.to, Fault.TOO_LONG);
                continue;
            }
            if (format instanceof CsvFormat && CsvFormat.isEnd(text, lines.from, lines.to)) {
                skipSummary(lines);
                continue;
            }
            Fault fault = format.read(text, lines.from, lines.to);
            if (fault != null) {
                batch.removeLast();
                errors.add(lines.number(), format.column(), format.text(), format.from(), format.to(), fault);
            } else if (batch.isFull()) {
                flush(batch, fingerprints, sink);
            }
        }
        flush(batch, fingerprints, sink);
        if (lines.isBroken()) {
            errors.add(lines.number() + 1, "", new byte[0], 0, 0, Fault.CUT_OFF);
        } else if (format == null) {
            throw new ClarionException(
                    ProblemType.MALFORMED_REQUEST,
                    "The flow file is empty. Send CSV with a header line, NDJSON, or the output of nfdump -o csv.");
        }
        ContentFingerprint fingerprint = fingerprints.sum();
        return new FlowFileReport(
                format instanceof JsonFormat ? FlowFileReport.Format.NDJSON : FlowFileReport.Format.CSV,
                lines.number(),
                fingerprint.records(),
                errors.count(),
                errors.byFault(),
                errors.first(),
                fingerprint,
                !lines.isBroken());
    }

    private static void flush(FlowBatch batch, Fingerprints fingerprints, FlowSink sink) {
        if (batch.size() > 0) {
            fingerprints.add(batch);
            sink.accept(batch);
            batch.clear();
        }
    }

    /** The format that the first line that is not blank shows; null for a comment before it. */
    private @Nullable RecordFormat format(Lines lines, FlowBatch batch) {
        byte[] text = lines.text;
        int from = lines.from;
        while (text[from] == ' ' || text[from] == '\t') {
            from++;
        }
        if (text[from] == '{') {
            return new JsonFormat(batch, exporters);
        }
        String line = new String(text, lines.from, Math.min(4096, lines.to - lines.from), StandardCharsets.UTF_8);
        if (text[from] == '#' || line.strip().equals("No matching flows")) {
            return null;
        }
        if (text[from] == '[') {
            throw unsupported("a JSON array", "Write one JSON object on each line (NDJSON)");
        }
        if (text[from] == (byte) 0xff || text[from] == (byte) 0xfe || line.indexOf('\0') >= 0) {
            throw unsupported("binary data or UTF-16 text", "Write UTF-8 text; convert nfcapd files by nfdump -o csv");
        }
        CsvFormat csv = CsvFormat.of(line, batch, exporters);
        if (csv == null) {
            throw new ClarionException(
                    ProblemType.MALFORMED_REQUEST,
                    "The first line is no header of a flow file: '"
                            + LineErrors.shown(text, lines.from, lines.to)
                            + "'. The header must name the columns src_ip, dst_ip, proto, and start_time or end_time.");
        }
        return csv;
    }

    private static ClarionException unsupported(String what, String instead) {
        return new ClarionException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE, "The flow file is " + what + ". " + instead + ".");
    }

    /** nfdump ends with a line of titles and a line of totals. Other files may follow by concatenation. */
    private static void skipSummary(Lines lines) {
        if (lines.next()) {
            lines.next();
        }
    }

    private static void skipByteOrderMark(Lines lines) {
        byte[] text = lines.text;
        int from = lines.from;
        if (lines.to - from >= 3
                && text[from] == (byte) 0xef
                && text[from + 1] == (byte) 0xbb
                && text[from + 2] == (byte) 0xbf) {
            lines.from += 3;
        }
    }

    private static boolean isBlank(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
