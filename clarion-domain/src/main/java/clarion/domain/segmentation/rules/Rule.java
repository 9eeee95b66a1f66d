package clarion.domain.segmentation.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule that gives the SGT to whom any of its clauses fits.
 *
 * @param clauses the most telling first; none if nothing tells members from others
 * @param caught members that get the SGT
 * @param missed members that do not
 * @param wrong others that get it
 * @param missedExamples some of the missed, by name
 * @param wrongExamples some of the others that get it
 */
public record Rule(
        List<Clause> clauses,
        int caught,
        int missed,
        int wrong,
        List<String> missedExamples,
        List<String> wrongExamples) {

    /**
     * Conditions that must hold together.
     *
     * @param caught members for whom they do
     * @param missed members for whom they do not
     * @param wrong others for whom they do
     */
    public record Clause(List<Condition> conditions, int caught, int missed, int wrong) {
        /** As ISE shows it. */
        public String text() {
            return conditions.stream().map(Condition::text).collect(Collectors.joining(" AND "));
        }
    }

    /** Of those that get the SGT, the share that should; 0 if nobody gets it. */
    public double precision() {
        return caught == 0 ? 0 : caught / (double) (caught + wrong);
    }

    /** Of those that should get it, the share that does. */
    public double recall() {
        return caught == 0 ? 0 : caught / (double) (caught + missed);
    }

    /** Both in one, 0 to 1: their harmonic mean. */
    public double quality() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** Whether it asks for the user: such rules stand before those of devices. */
    public boolean isOfUsers() {
        return clauses.stream()
                .flatMap(clause -> clause.conditions().stream())
                .anyMatch(condition -> condition.attribute() == Condition.Attribute.AD_GROUP);
    }
}
