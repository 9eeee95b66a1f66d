package clarion.ejb.segmentation;

import org.jspecify.annotations.Nullable;

/**
 * A cluster in a run.
 *
 * @param name that somebody gave, else one by what members share
 * @param state PROPOSED or ACCEPTED
 * @param why what members share, the most telling in words; absent for one that only decisions made
 * @param confidence mean of its members', in percent
 * @param review members that ask for a review
 * @param silent members that were never seen to do anything
 * @param pinned members that somebody put here
 * @param nearest the cluster that is most like it
 * @param isNew whether this run found it first
 */
public record ClusterRow(
        String id,
        String name,
        String state,
        long members,
        long confidence,
        long review,
        long silent,
        long pinned,
        @Nullable String why,
        @Nullable String nearest,
        @Nullable String nearestName,
        boolean isNew,
        String revision) {}
