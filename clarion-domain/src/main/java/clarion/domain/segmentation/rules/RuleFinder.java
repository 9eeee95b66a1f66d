package clarion.domain.segmentation.rules;

import clarion.domain.segmentation.rules.Rule.Clause;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the rule that tells a cluster's members from others best: clause by clause, each time the one that adds most
 * members for the fewest others. Single conditions and pairs are tried; a short rule that a person can check is worth
 * more than one that is right about the last member.
 */
public final class RuleFinder {

    private static final int MOST_CLAUSES = 5;
    private static final int MOST_EXAMPLES = 20;
    /** One that is wrongly caught weighs as much as so many that are missed: it gets access that it should not have. */
    private static final double PRICE_OF_WRONG = 2;
    /** A clause has to add this share of the members at least. */
    private static final double WORTH = 0.02;

    private final List<Subject> subjects;
    private final BitSet inside = new BitSet();
    private final Map<Condition, BitSet> holds = new TreeMap<>();

    private record Candidate(List<Condition> conditions, BitSet subjects) {}

    /** @param subjects all endpoints, in an order that stays */
    public RuleFinder(List<Subject> subjects) {
        this.subjects = subjects;
        for (int i = 0; i < subjects.size(); i++) {
            inside.set(i, subjects.get(i).inside());
            for (Condition condition : subjects.get(i).conditions()) {
                holds.computeIfAbsent(condition, c -> new BitSet()).set(i);
            }
        }
    }

    /** The best rule; one without clauses if no condition tells members from others. */
    public Rule find() {
        List<Candidate> candidates = candidates();
        List<Clause> clauses = new ArrayList<>();
        BitSet caught = new BitSet();
        while (clauses.size() < MOST_CLAUSES) {
            Candidate best = null;
            double most = Math.max(0, WORTH * inside.cardinality() - 1e-9);
            for (Candidate candidate : candidates) {
                double gain = gain(candidate.subjects(), caught);
                if (gain > most) {
                    most = gain;
                    best = candidate;
                }
            }
            if (best == null) {
                break;
            }
            caught.or(best.subjects());
            clauses.add(clause(best));
        }
        return rule(clauses, caught);
    }

    /** Single conditions come before pairs, so that a pair has to be better to be taken. */
    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        int least = (int) Math.ceil(WORTH * inside.cardinality());
        holds.forEach((condition, having) -> {
            if (common(having, inside) >= Math.max(1, least)) {
                candidates.add(new Candidate(List.of(condition), having));
            }
        });
        int singles = candidates.size();
        for (int i = 0; i < singles; i++) {
            for (int j = i + 1; j < singles; j++) {
                Condition one = candidates.get(i).conditions().get(0);
                Condition other = candidates.get(j).conditions().get(0);
                if (one.attribute() != other.attribute()) {
                    BitSet both = (BitSet) candidates.get(i).subjects().clone();
                    both.and(candidates.get(j).subjects());
                    if (common(both, inside) > 0) {
                        candidates.add(new Candidate(List.of(one, other), both));
                    }
                }
            }
        }
        return candidates;
    }

    private double gain(BitSet having, BitSet caught) {
        BitSet more = (BitSet) having.clone();
        more.andNot(caught);
        int members = common(more, inside);
        return members - PRICE_OF_WRONG * (more.cardinality() - members);
    }

    private Clause clause(Candidate candidate) {
        int members = common(candidate.subjects(), inside);
        return new Clause(
                candidate.conditions(),
                members,
                inside.cardinality() - members,
                candidate.subjects().cardinality() - members);
    }

    private Rule rule(List<Clause> clauses, BitSet caught) {
        BitSet missed = (BitSet) inside.clone();
        missed.andNot(caught);
        BitSet wrong = (BitSet) caught.clone();
        wrong.andNot(inside);
        return new Rule(
                clauses,
                common(caught, inside),
                missed.cardinality(),
                wrong.cardinality(),
                examples(missed),
                examples(wrong));
    }

    private List<String> examples(BitSet some) {
        return some.stream()
                .limit(MOST_EXAMPLES)
                .mapToObj(i -> subjects.get(i).endpoint())
                .toList();
    }

    private static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }
}
