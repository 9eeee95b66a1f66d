package clarion.ejb.sessions;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a bulk download found.
 *
 * @param seen sessions that it named
 * @param missing of these, not known here although they are older than what had been complete
 * @param different of these, known otherwise here although they are older than what had been complete
 */
record SnapshotFindings(int seen, long missing, long different) {

    /**
     * Reads them off a merge that is done.
     *
     * @param complete the newest ISE time up to which the picture was complete before, or null if it was not
     */
    static SnapshotFindings of(SessionMerge merge, int seen, @Nullable Instant complete) {
        if (complete == null) {
            return new SnapshotFindings(seen, 0, 0);
        }
        Set<String> replaced = merge.toDemote().stream().map(row -> row.key).collect(Collectors.toSet());
        long missing = 0;
        long different = 0;
        for (MergedSession row : merge.touched()) {
            if (row.latest && !row.updatedAt.isAfter(complete)) {
                if (row.isNew() && !replaced.contains(row.key)) {
                    missing++;
                } else {
                    different++;
                }
            }
        }
        return new SnapshotFindings(seen, missing, different);
    }
}
