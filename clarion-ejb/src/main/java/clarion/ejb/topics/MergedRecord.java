package clarion.ejb.topics;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a topic's table while a batch is merged. */
final class MergedRecord {

    /** What a bulk download found wrong. */
    enum Finding {
        MISSING,
        DIFFERENT
    }

    final String key;
    final boolean stored;

    /** When the stored row last changed; Clarion's clock. */
    final @Nullable Instant receivedAt;

    @Nullable
    Instant iseAt;

    boolean deleted;

    /** What the batch made of the columns; null while they are as stored. */
    @Nullable
    List<@Nullable Object> values;

    /** The columns of a deletion, for a row that was never there. */
    @Nullable
    List<@Nullable Object> epitaph;

    /** The batch changed the row. */
    boolean changed;

    @Nullable
    Finding finding;

    private MergedRecord(
            String key, boolean stored, @Nullable Instant receivedAt, @Nullable Instant iseAt, boolean deleted) {
        this.key = key;
        this.stored = stored;
        this.receivedAt = receivedAt;
        this.iseAt = iseAt;
        this.deleted = deleted;
    }

    /** A row that is stored. */
    static MergedRecord stored(String key, Instant receivedAt, @Nullable Instant iseAt, boolean deleted) {
        return new MergedRecord(key, true, receivedAt, iseAt, deleted);
    }

    /** A row that is not. */
    static MergedRecord unknown(String key) {
        return new MergedRecord(key, false, null, null, false);
    }

    /** True if there is no row, neither stored nor made by the batch. */
    boolean isUnknown() {
        return !stored && !changed;
    }

    /** Takes a report's content; what it leaves out of the optional columns stays. */
    void take(IncomingRecord report, List<? extends RecordColumn<?>> columns) {
        changed = true;
        iseAt = report.iseAt() == null ? iseAt : report.iseAt();
        deleted = report.deleted();
        if (deleted) {
            epitaph = values == null ? report.values() : values;
        } else {
            values = values == null ? report.values() : filled(report.values(), values, columns);
        }
    }

    /** True if the report says what the row has; {@code sameAsStored} answers for a row that is as stored. */
    boolean has(IncomingRecord report, List<? extends RecordColumn<?>> columns) {
        if (deleted || report.deleted()) {
            return deleted == report.deleted();
        }
        return values == null
                ? report.sameAsStored()
                : filled(report.values(), values, columns).equals(values);
    }

    private static List<@Nullable Object> filled(
            List<@Nullable Object> fresh, List<@Nullable Object> before, List<? extends RecordColumn<?>> columns) {
        List<@Nullable Object> filled = new java.util.ArrayList<>(fresh);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).optional() && filled.get(i) == null) {
                filled.set(i, before.get(i));
            }
        }
        return filled;
    }

    /** True if the row changed, or was confirmed by an event, after some time. */
    boolean wasReceivedSince(Instant time) {
        return changed
                || (receivedAt != null && !Objects.requireNonNull(receivedAt).isBefore(time));
    }
}
