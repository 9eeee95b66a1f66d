package clarion.ejb.queue.wire;

import clarion.pxgrid.Gap;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.TopicPosition;
import java.util.Arrays;
import java.util.Optional;

/** What an entry of the stream may be; the word and the members of the body are an interface to other consumers. */
public enum Kind {
    /** Written and read back to see what the stream holds; means nothing. */
    PROBE("probe", Term.class),
    /** A process leads from here on; what earlier leaders write after it is void. */
    TERM("term", Term.class),
    SESSIONS("sessions", SessionBatch.class),
    SNAPSHOT_PAGE("snapshot-page", SnapshotPage.class),
    SNAPSHOT_COMPLETE("snapshot-complete", Snapshot.class),
    RECORDS("records", RecordBatch.class),
    RECORD_PAGE("record-page", RecordPage.class),
    RECORDS_COMPLETE("records-complete", Snapshot.class),
    POSITION("position", TopicPosition.class),
    GAP("gap", Gap.class),
    GAP_CLOSED("gap-closed", Gap.Closure.class),
    EARLIER_GAPS_CLOSED("earlier-gaps-closed", EarlierGaps.class),
    QUARANTINED("quarantined", QuarantinedMessage.class);

    private final String word;
    private final Class<? extends Record> body;

    Kind(String word, Class<? extends Record> body) {
        this.word = word;
        this.body = body;
    }

    /** In the property {@code type} of an entry. */
    public String word() {
        return word;
    }

    Class<? extends Record> body() {
        return body;
    }

    /** The kind of a word; empty for one that a newer release may know. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** True if an entry carries data, and not only a word between processes. */
    public boolean isData() {
        return this != PROBE && this != TERM;
    }
}
