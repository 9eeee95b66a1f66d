package clarion.pxgrid;

import clarion.domain.sessions.SessionReport;
import java.time.Instant;
import java.util.List;

/**
 * Session events in the order in which they came, one transaction's worth.
 *
 * @param origin {@link Origin#LIVE} or {@link Origin#RECOVERY}
 * @param reports at least one
 * @param position the topic's position after the last of them; saved with them
 * @param receivedAt when the first of them left the socket; Clarion's clock
 */
public record SessionBatch(Origin origin, List<SessionReport> reports, TopicPosition position, Instant receivedAt) {

    public SessionBatch {
        reports = List.copyOf(reports);
    }
}
