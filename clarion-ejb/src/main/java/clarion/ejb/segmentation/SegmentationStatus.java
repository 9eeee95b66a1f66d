package clarion.ejb.segmentation;

import org.jspecify.annotations.Nullable;

/**
 * How fresh the clusters are, and what they rest on.
 *
 * @param state NONE: there are no results; CURRENT; or STALE: they are older than two days
 * @param advice what to do next; absent if nothing is to be done
 * @param inForce the run whose results are shown
 * @param latest the newest run, which may be under way or have failed
 * @param unassigned endpoints that were seen since the run in force began and are in no cluster yet
 */
public record SegmentationStatus(
        String state,
        @Nullable String advice,
        @Nullable SegmentRun inForce,
        @Nullable SegmentRun latest,
        long unassigned) {}
