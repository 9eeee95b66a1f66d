package clarion.ejb.segmentation;

import java.util.List;
import java.util.Map;

/**
 * A cluster, and why it is one.
 *
 * @param shared what members have in common and others mostly have not, the most telling first
 * @param apart what tells it from the nearest other
 * @param who by attribute, the most frequent values among members
 * @param history its members in former runs that are kept, the newest first
 */
public record ClusterDetail(
        ClusterRow cluster,
        String run,
        List<ClusterTrait> shared,
        List<ClusterTrait> apart,
        Map<String, List<Share>> who,
        List<Past> history) {

    /**
     * Something that members do or are.
     *
     * @param kind USES, OFFERS or IS
     * @param here share of members, in percent
     * @param elsewhere share of those that it is compared with
     */
    public record ClusterTrait(String kind, String what, String far, long here, long elsewhere, String text) {}

    /** How many members have a value, and how many endpoints of the run. */
    public record Share(String value, long members, long all) {}

    /** The cluster in a former run. */
    public record Past(String run, long members, long confidence) {}
}
