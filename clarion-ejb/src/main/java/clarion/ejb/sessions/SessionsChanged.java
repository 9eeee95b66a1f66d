package clarion.ejb.sessions;

import java.time.Instant;
import java.util.List;

/**
 * What one committed batch did to the sessions. Fired inside the transaction; observe it {@code AFTER_SUCCESS}.
 *
 * @param opened sessions that are new
 * @param changed sessions that were known and say something else now
 * @param closed sessions that ended
 * @param ids of sessions touched, at most {@value #MAX_IDS}
 * @param at Clarion's clock
 */
public record SessionsChanged(int opened, int changed, int closed, List<Long> ids, Instant at) {

    public static final int MAX_IDS = 100;

    public SessionsChanged {
        ids = ids.stream().limit(MAX_IDS).toList();
    }
}
