package clarion.ejb.segmentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SGT that a cluster should get, and the authorization rule of ISE that would give it.
 *
 * @param sgt its value; absent if none is free in the range
 * @param existing whether ISE has the group already, and it means this cluster
 * @param confidence in percent: how sure the members are, times how well the rule tells them from others
 * @param evidence for this SGT, in words with figures
 * @param now the SGTs that members have at present, the most frequent first
 * @param correct members that have it already
 */
public record SgtRecommendation(
        String cluster,
        String clusterName,
        String sgtName,
        @Nullable Integer sgt,
        boolean existing,
        long confidence,
        List<String> evidence,
        List<PresentSgt> now,
        long correct,
        SgtRule rule) {

    /** An SGT that members have; without a name, those that have none. */
    public record PresentSgt(@Nullable String sgtName, long members) {}

    /**
     * A rule that gives the SGT to whom any of its clauses fits.
     *
     * @param ofUsers whether it asks for the user: such rules stand before those of devices
     * @param clauses none if nothing that is known tells members from others
     * @param caught members that get the SGT
     * @param missed members that do not
     * @param wrong endpoints of other clusters that get it
     * @param missedExamples some of them, by MAC address
     * @param wrongExamples some of them, by MAC address
     */
    public record SgtRule(
            boolean ofUsers,
            List<SgtClause> clauses,
            long caught,
            long missed,
            long wrong,
            List<String> missedExamples,
            List<String> wrongExamples) {}

    /** Conditions that must hold together, as ISE shows them, and whom they catch. */
    public record SgtClause(List<String> conditions, long caught, long missed, long wrong) {}
}
