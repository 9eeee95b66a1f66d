package clarion.ejb.segmentation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was made.
 *
 * @param kind ACCEPT, RENAME, MERGE, SPLIT, PIN or EXCLUDE
 * @param run that was in force then
 * @param cluster that it is about
 * @param other of MERGE the cluster that took the members in, of SPLIT the new one
 * @param members named by it
 * @param attribute of SPLIT, by what members were chosen
 * @param undoneAt since when it no longer counts
 */
public record DecisionRow(
        String id,
        String kind,
        String run,
        String cluster,
        @Nullable String other,
        List<String> members,
        @Nullable String attribute,
        @Nullable String value,
        @Nullable String name,
        String account,
        Instant madeAt,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {}
