package clarion.ejb.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.segmentation.decisions.Decision.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to hold of a decision before it is made. */
final class DecisionRules {

    /** What SPLIT can choose members by. */
    static final Set<String> ATTRIBUTES = Set.of("profile", "group", "os", "deviceType", "vlan");

    private static final int LONGEST_NAME = 64;
    private static final int MOST_MEMBERS = 5_000;

    private DecisionRules() {}

    /** The name that is fit to be stored; null for none. */
    static @Nullable String check(
            ClusterTable.State cluster, NewDecision wanted, List<ClusterTable.State> others, MemberTable members)
            throws SQLException {
        if (cluster.mergedInto() != null) {
            throw conflict("Cluster " + cluster.id() + " was merged into " + cluster.mergedInto()
                    + "; decide about that one, or undo the merge.");
        }
        switch (wanted.kind()) {
            case MERGE -> target(cluster, wanted, others);
            case SPLIT -> choice(wanted);
            case PIN, EXCLUDE -> named(wanted);
            case ACCEPT, RENAME -> {}
        }
        if (!wanted.members().isEmpty()) {
            long of = wanted.kind() == Kind.PIN ? 0 : cluster.id();
            List<String> missing = members.missing(List.copyOf(wanted.members()), of);
            if (!missing.isEmpty()) {
                throw invalid("members: " + missing.get(0) + (of == 0 ? " is in no cluster" : " is not in this cluster")
                        + "; read its members again.");
            }
        }
        return switch (wanted.kind()) {
            case RENAME, SPLIT -> name(cluster, wanted, others);
            case ACCEPT -> cluster.name();
            case MERGE, PIN, EXCLUDE -> null;
        };
    }

    private static void target(ClusterTable.State cluster, NewDecision wanted, List<ClusterTable.State> others) {
        Long into = wanted.into();
        if (into == null || into == cluster.id()) {
            throw invalid("into: name another cluster, which takes the members in.");
        }
        if (others.stream().noneMatch(other -> other.id() == into && other.mergedInto() == null)) {
            throw invalid("into: there is no cluster " + into + " with members.");
        }
    }

    private static void choice(NewDecision wanted) {
        if (wanted.selection() == null) {
            named(wanted);
        } else if (!ATTRIBUTES.contains(wanted.selection().attribute())) {
            throw invalid(
                    "attribute: expected one of " + ATTRIBUTES.stream().sorted().toList() + ".");
        }
    }

    private static void named(NewDecision wanted) {
        if (wanted.members().isEmpty() || wanted.members().size() > MOST_MEMBERS) {
            throw invalid("members: name 1 to " + MOST_MEMBERS + " MAC addresses.");
        }
    }

    private static String name(ClusterTable.State cluster, NewDecision wanted, List<ClusterTable.State> others) {
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("name: give 1 to " + LONGEST_NAME + " characters.");
        }
        boolean split = wanted.kind() == Kind.SPLIT;
        others.stream()
                .filter(other -> other.name().equalsIgnoreCase(name) && (split || other.id() != cluster.id()))
                .findFirst()
                .ifPresent(other -> {
                    throw conflict("Cluster " + other.id() + " is called '" + other.name() + "'; choose another name.");
                });
        return Objects.requireNonNull(name);
    }

    static ClarionException conflict(String detail) {
        return new ClarionException(ProblemType.CONFLICT, detail);
    }

    private static ClarionException invalid(String detail) {
        return new ClarionException(ProblemType.VALIDATION_FAILED, detail);
    }
}
