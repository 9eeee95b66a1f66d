package clarion.ejb.topics;

import clarion.ejb.topics.MergedRecord.Finding;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which records of a batch win, in memory.
 *
 * <p>The rules, per key:
 *
 * <ul>
 *   <li>the newer ISE time wins, and an older record changes nothing;
 *   <li>at the same time and with the same content it is a duplicate; with other content an event wins and a page of a
 *       bulk download loses; a deletion is not undone by a record of the same time;
 *   <li>where ISE gives no time, events win in the order in which they come, and a page wins unless an event came after
 *       the download began.
 * </ul>
 */
final class RecordMerge {

    private final List<? extends RecordColumn<?>> columns;
    private final Map<String, MergedRecord> rows = new LinkedHashMap<>();
    private final List<MergedRecord> confirmed = new ArrayList<>();
    private int applied;
    private int duplicates;
    private int superseded;

    /**
     * Starts from what is stored.
     *
     * @param stored the rows of the batch's keys, as far as there are any
     */
    RecordMerge(List<? extends RecordColumn<?>> columns, Collection<MergedRecord> stored) {
        this.columns = columns;
        stored.forEach(row -> rows.put(row.key, row));
    }

    /** Merges the next record of the stream. */
    void event(IncomingRecord report) {
        MergedRecord row = row(report);
        Integer order = order(report, row);
        if (row.isUnknown()) {
            take(report, row, null);
        } else if (order != null && order < 0) {
            superseded++;
        } else if ((order == null || order == 0) && row.has(report, columns)) {
            duplicates++;
            confirmed.add(row);
        } else if (order != null && order == 0 && row.deleted) {
            superseded++;
        } else {
            take(report, row, null);
        }
    }

    /** Merges the next record of a bulk download. */
    void page(IncomingRecord report, Snapshot snapshot) {
        MergedRecord row = row(report);
        Integer order = order(report, row);
        boolean same = row.has(report, columns);
        if (row.isUnknown()) {
            take(report, row, finding(Finding.MISSING, report, snapshot));
        } else if (same && (order == null || order == 0)) {
            duplicates++;
        } else if (order == null ? row.wasReceivedSince(snapshot.startedAt()) : order <= 0) {
            superseded++;
        } else {
            take(report, row, finding(row.deleted ? Finding.MISSING : Finding.DIFFERENT, report, snapshot));
        }
    }

    private MergedRecord row(IncomingRecord report) {
        return rows.computeIfAbsent(report.key(), MergedRecord::unknown);
    }

    private static @Nullable Integer order(IncomingRecord report, MergedRecord row) {
        return report.iseAt() == null || row.iseAt == null
                ? null
                : report.iseAt().compareTo(row.iseAt);
    }

    private void take(IncomingRecord report, MergedRecord row, @Nullable Finding finding) {
        applied++;
        row.take(report, columns);
        row.finding = finding;
    }

    /** A mistake is only what is older than what had been complete; without a time there is no telling. */
    private static @Nullable Finding finding(Finding finding, IncomingRecord report, Snapshot snapshot) {
        Instant complete = snapshot.complete();
        boolean older =
                complete != null && (report.iseAt() == null || !report.iseAt().isAfter(complete));
        return older ? finding : null;
    }

    BatchOutcome outcome() {
        return new BatchOutcome(applied, duplicates, superseded);
    }

    /** Rows with new content, in the order in which they were first named. */
    List<MergedRecord> written() {
        return rows.values().stream().filter(row -> row.values != null).toList();
    }

    /** Rows that the batch ended. */
    List<MergedRecord> ended() {
        return rows.values().stream().filter(row -> row.changed && row.deleted).toList();
    }

    /** Stored rows that an event said again, to the letter, and that nothing else changed. */
    List<String> confirmed() {
        return confirmed.stream()
                .filter(row -> row.stored && !row.changed)
                .map(row -> row.key)
                .distinct()
                .toList();
    }

    /** Stored rows that the batch left as they are. */
    List<String> leftAsStored() {
        return rows.values().stream()
                .filter(row -> row.stored && !row.changed)
                .map(row -> row.key)
                .toList();
    }
}
