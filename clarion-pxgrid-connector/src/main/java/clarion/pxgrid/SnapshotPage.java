package clarion.pxgrid;

import clarion.domain.sessions.SessionReport;
import java.util.List;

/**
 * A bounded part of a bulk download.
 *
 * @param snapshot the download it belongs to
 * @param reports in ISE's order
 */
public record SnapshotPage(Snapshot snapshot, List<SessionReport> reports) {

    public SnapshotPage {
        reports = List.copyOf(reports);
    }
}
