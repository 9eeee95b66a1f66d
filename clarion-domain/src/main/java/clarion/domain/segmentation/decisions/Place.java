package clarion.domain.segmentation.decisions;

/**
 * Where an endpoint belongs, and by whose word.
 *
 * @param cluster {@link #NOWHERE} if it was excluded from all that would fit
 * @param second the next best, merged clusters followed
 */
public record Place(long cluster, long second, Cause cause) {

    /** No cluster: an engineer has to look. */
    public static final long NOWHERE = 0;

    /** Whose word it is. */
    public enum Cause {
        /** The run's. */
        FOUND,
        /** Its cluster was merged into this one. */
        MERGED,
        /** It was split off, by name or by what it is. */
        SPLIT,
        PINNED,
        /** It was excluded from the cluster that fits best. */
        EXCLUDED
    }
}
