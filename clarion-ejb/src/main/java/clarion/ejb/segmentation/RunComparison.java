package clarion.ejb.segmentation;

import java.util.List;

/**
 * What changed from one run to another.
 *
 * @param stayed members of both in the same cluster
 * @param moved members of both in different clusters
 * @param joined endpoints of the later alone
 * @param left endpoints of the earlier alone
 * @param found clusters that have members in the later alone
 * @param gone clusters that have members in the earlier alone
 */
public record RunComparison(
        SegmentRun before,
        SegmentRun after,
        long stayed,
        long moved,
        long joined,
        long left,
        List<ComparedCluster> found,
        List<ComparedCluster> gone) {

    /** A cluster with its members in the run that has it. */
    public record ComparedCluster(String id, String name, long members) {}
}
