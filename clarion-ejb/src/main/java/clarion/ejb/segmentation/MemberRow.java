package clarion.ejb.segmentation;

import clarion.domain.devices.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint in a run.
 *
 * @param cluster absent if it was excluded from all that fit
 * @param cause FOUND by the run, or MERGED, SPLIT, PINNED or EXCLUDED by a decision
 * @param confidence of the run, in percent
 * @param nearest the cluster that fits next best
 * @param reasons what makes it worth a look
 * @param towards what speaks for its cluster against the next best
 * @param against what speaks for the next best
 * @param silent it was never seen to do anything
 * @param review somebody should look at it
 * @param group the AD group that tells most of its user
 */
public record MemberRow(
        String mac,
        @Nullable String cluster,
        @Nullable String clusterName,
        String cause,
        long confidence,
        boolean review,
        boolean silent,
        @Nullable String nearest,
        @Nullable String nearestName,
        List<String> reasons,
        List<String> towards,
        List<String> against,
        @Nullable String ip,
        @Nullable String profile,
        @Nullable String group,
        @Nullable String deviceType,
        @Nullable String os,
        @Nullable String vlan,
        @Nullable String sgtName,
        @Nullable String user) {

    static @Nullable String text(@Nullable IpAddress ip) {
        return ip == null ? null : ip.toString();
    }
}
