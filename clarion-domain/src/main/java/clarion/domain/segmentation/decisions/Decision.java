package clarion.domain.segmentation.decisions;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody decided.
 *
 * @param id later decisions have higher ones
 * @param cluster that it is about
 * @param other of MERGE the cluster that takes the members in, of SPLIT the new one; else 0
 * @param members endpoints that are named, of SPLIT, PIN and EXCLUDE
 * @param selection of SPLIT, who goes besides those that are named, now and in later runs
 * @param name of ACCEPT, RENAME and SPLIT
 */
public record Decision(
        long id,
        Kind kind,
        long cluster,
        long other,
        Set<String> members,
        @Nullable Selection selection,
        @Nullable String name) {

    /** What can be decided. */
    public enum Kind {
        /** The cluster is right; its name stays. */
        ACCEPT,
        RENAME,
        /** All members of the cluster belong to the other. */
        MERGE,
        /** Some members become a cluster of their own. */
        SPLIT,
        /** Members belong to the cluster, whatever runs find. */
        PIN,
        /** Members do not belong to the cluster, whatever runs find. */
        EXCLUDE
    }

    /**
     * Who has a value.
     *
     * @param attribute one of {@code profile}, {@code group}, {@code os}, {@code deviceType}, {@code vlan}
     */
    public record Selection(String attribute, String value) {
        boolean takes(Map<String, String> attributes) {
            return value.equals(attributes.get(attribute));
        }
    }

    public Decision {
        members = Set.copyOf(members);
    }

    /** Whether it speaks of a cluster. */
    public boolean concerns(long id) {
        return cluster == id || other == id;
    }
}
