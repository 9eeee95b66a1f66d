package clarion.ejb.sessions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges the reports of one batch into the present rows of their keys, in memory.
 *
 * <p>The rules, per key:
 *
 * <ul>
 *   <li>a newer report wins; an older one changes nothing;
 *   <li>at the same time and with the same content it is a duplicate; with other content an event wins and a page of a
 *       bulk download loses;
 *   <li>{@code DISCONNECTED} ends a session; for an unknown key it is kept as an ended row;
 *   <li>a live report newer than an end opens a new row, and the ended one becomes history; one that is not newer does
 *       not bring the session back, unless the end was only inferred ({@code UNSEEN}) and the report is of the same
 *       time.
 * </ul>
 */
final class SessionMerge {

    /** Where a report comes from. */
    enum Source {
        EVENT,
        PAGE
    }

    private final Map<String, MergedSession> present = new HashMap<>();
    private final Set<MergedSession> touched = new LinkedHashSet<>();
    private final List<MergedSession> demoted = new ArrayList<>();
    private final Set<MergedSession> named = new LinkedHashSet<>();
    private final List<ReceivedReport> applied = new ArrayList<>();
    private int duplicates;
    private int superseded;
    private int opened;
    private int changed;
    private int closed;

    /**
     * Starts from what is stored.
     *
     * @param stored the present row of every key in the batch that has one
     */
    SessionMerge(Collection<MergedSession> stored) {
        stored.forEach(row -> present.put(row.key, row));
    }

    /** Merges the next report. */
    void apply(ReceivedReport report, Source source) {
        MergedSession row = present.get(report.key());
        if (row == null) {
            open(report, null);
            return;
        }
        named.add(row);
        int order = report.at().compareTo(row.updatedAt);
        if (order < 0) {
            superseded++;
        } else if (!row.live && report.live()) {
            comeBack(report, row, order);
        } else if (order == 0 && report.digest().equals(row.digest) && row.end != MergedSession.End.UNSEEN) {
            duplicates++;
        } else if (order == 0 && source == Source.PAGE) {
            superseded++;
        } else {
            if (row.live && !report.live()) {
                closed++;
            } else {
                changed++;
            }
            take(report, row);
        }
    }

    private void comeBack(ReceivedReport report, MergedSession row, int order) {
        if (order > 0) {
            open(report, row);
        } else if (row.end == MergedSession.End.UNSEEN) {
            opened++;
            take(report, row);
        } else if (report.digest().equals(row.digest)) {
            duplicates++;
        } else {
            superseded++;
        }
    }

    private void open(ReceivedReport report, @Nullable MergedSession before) {
        if (before != null) {
            before.latest = false;
            demoted.add(before);
        }
        MergedSession row = new MergedSession(report);
        present.put(row.key, row);
        touched.add(row);
        applied.add(report);
        if (report.live()) {
            opened++;
        } else {
            closed++;
        }
    }

    private void take(ReceivedReport report, MergedSession row) {
        row.take(report);
        touched.add(row);
        applied.add(report);
    }

    List<MergedSession> toInsert() {
        return touched.stream().filter(MergedSession::isNew).toList();
    }

    List<MergedSession> toUpdate() {
        return touched.stream().filter(row -> !row.isNew()).toList();
    }

    /** Stored rows that become history without another change. */
    List<MergedSession> toDemote() {
        return demoted.stream().filter(row -> !row.isNew() && !row.isChanged()).toList();
    }

    /** Stored live rows that the batch named and left as they were. */
    List<MergedSession> namedOnly(Instant receivedBefore) {
        return named.stream()
                .filter(row -> !row.isChanged() && row.live && row.wasReceivedBefore(receivedBefore))
                .toList();
    }

    /** The reports that changed something, in the order in which they came. */
    List<ReceivedReport> applied() {
        return applied;
    }

    int duplicates() {
        return duplicates;
    }

    int superseded() {
        return superseded;
    }

    int opened() {
        return opened;
    }

    int changed() {
        return changed;
    }

    int closed() {
        return closed;
    }

    /** Rows that are new or changed, in the order in which they were touched. */
    Collection<MergedSession> touched() {
        return touched;
    }
}
