package clarion.domain.flows.text;

import java.util.List;
import java.util.Map;

/**
 * What became of a flow file.
 *
 * @param format what it was recognised as
 * @param lines lines read, header and blank ones included
 * @param records records handed on
 * @param errors lines left out, all of them counted
 * @param errorsByFault likewise, by reason; reasons that did not occur are not in it
 * @param firstErrors the first errors of the file, as many as the reader was told to keep
 * @param fingerprint what the records are, whatever their order, the order of columns, and the compression
 * @param complete false if the file breaks off: it should not be taken as read
 */
public record FlowFileReport(
        Format format,
        long lines,
        long records,
        long errors,
        Map<Fault, Long> errorsByFault,
        List<LineError> firstErrors,
        ContentFingerprint fingerprint,
        boolean complete) {

    /** Kinds of flow file. */
    public enum Format {
        CSV,
        NDJSON
    }

    public FlowFileReport {
        errorsByFault = Map.copyOf(errorsByFault);
        firstErrors = List.copyOf(firstErrors);
    }
}
