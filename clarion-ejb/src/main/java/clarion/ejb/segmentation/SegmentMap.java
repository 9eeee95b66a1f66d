package clarion.ejb.segmentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a run: a circle for each cluster, a point for each member; the same places from run to run.
 *
 * @param members of the run in clusters
 * @param points of the first so many of them, by MAC address
 */
public record SegmentMap(String run, List<MapCluster> clusters, long members, List<MapPoint> points) {

    /** A cluster with the place and radius of its circle. */
    public record MapCluster(
            String id, String name, String state, long members, long review, double x, double y, double radius) {}

    /** A member with its place. */
    public record MapPoint(
            String mac,
            String cluster,
            double x,
            double y,
            boolean review,
            @Nullable String profile) {}
}
