package clarion.ejb.segmentation;

import clarion.domain.segmentation.decisions.Decision.Kind;
import clarion.domain.segmentation.decisions.Decision.Selection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about a cluster.
 *
 * @param into of MERGE the cluster that takes the members in
 * @param members of SPLIT, PIN and EXCLUDE, canonical MAC addresses
 * @param selection of SPLIT, who goes besides
 * @param name of RENAME and SPLIT
 */
public record NewDecision(
        Kind kind,
        @Nullable Long into,
        Set<String> members,
        @Nullable Selection selection,
        @Nullable String name) {

    public NewDecision {
        members = Set.copyOf(members);
    }
}
