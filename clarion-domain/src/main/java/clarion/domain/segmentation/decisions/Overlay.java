package clarion.domain.segmentation.decisions;

import clarion.domain.segmentation.decisions.Decision.Kind;
import clarion.domain.segmentation.decisions.Place.Cause;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decisions in force, in their order, laid over what a run found. Undoing one is leaving it out. */
public final class Overlay {

    private final List<Decision> decisions;

    public Overlay(List<Decision> decisions) {
        this.decisions = decisions.stream()
                .sorted(Comparator.comparingLong(Decision::id))
                .toList();
    }

    /** Where an endpoint belongs. */
    public Place place(Member member) {
        long cluster = member.found();
        long second = member.second();
        Cause cause = Cause.FOUND;
        Set<Long> excluded = new HashSet<>();
        for (Decision decision : decisions) {
            boolean named = decision.members().contains(member.endpoint());
            switch (decision.kind()) {
                case MERGE -> {
                    second = second == decision.cluster() ? decision.other() : second;
                    if (cluster == decision.cluster()) {
                        cluster = decision.other();
                        cause = cause == Cause.PINNED ? cause : Cause.MERGED;
                    }
                }
                case SPLIT -> {
                    boolean chosen = named || cause != Cause.PINNED && selects(decision, member);
                    if (chosen && cluster == decision.cluster()) {
                        cluster = decision.other();
                        cause = Cause.SPLIT;
                    }
                }
                case PIN -> {
                    if (named) {
                        cluster = decision.cluster();
                        cause = Cause.PINNED;
                        excluded.remove(cluster);
                    }
                }
                case EXCLUDE -> {
                    if (named) {
                        excluded.add(decision.cluster());
                        cause = cluster == decision.cluster() ? Cause.EXCLUDED : cause;
                    }
                }
                case ACCEPT, RENAME -> {}
            }
            if (excluded.contains(cluster)) {
                cluster = excluded.contains(second) ? Place.NOWHERE : second;
                cause = Cause.EXCLUDED;
            }
        }
        return new Place(cluster, second, cause);
    }

    /**
     * The cluster that an endpoint stands for when the next run looks for clusters to give their ids on: as it was
     * found, but where it was split off. Merged ones keep apart, because the next run finds them apart again.
     */
    public long origin(Member member) {
        long cluster = member.found();
        for (Decision decision : decisions) {
            if (decision.kind() == Kind.SPLIT
                    && cluster == decision.cluster()
                    && (decision.members().contains(member.endpoint()) || selects(decision, member))) {
                cluster = decision.other();
            }
        }
        return cluster;
    }

    private static boolean selects(Decision decision, Member member) {
        return decision.selection() != null && decision.selection().takes(member.attributes());
    }

    /** Into which cluster one was merged, to the end of the chain; itself if it was not. */
    public long resolve(long cluster) {
        long now = cluster;
        for (Decision decision : decisions) {
            if (decision.kind() == Kind.MERGE && decision.cluster() == now) {
                now = decision.other();
            }
        }
        return now;
    }

    /** Names that people gave, by cluster. */
    public Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        for (Decision decision : decisions) {
            if (decision.name() != null) {
                names.put(decision.kind() == Kind.SPLIT ? decision.other() : decision.cluster(), decision.name());
            }
        }
        return names;
    }

    /** The clusters that somebody accepted. */
    public Set<Long> accepted() {
        Set<Long> accepted = new HashSet<>();
        for (Decision decision : decisions) {
            if (decision.kind() == Kind.ACCEPT) {
                accepted.add(decision.cluster());
            }
        }
        return accepted;
    }

    /** A later decision about the cluster that a split made: it has to be undone before the split can be. */
    public Optional<Decision> standsOn(Decision split) {
        return decisions.stream()
                .filter(later -> split.kind() == Kind.SPLIT && later.id() > split.id())
                .filter(later -> later.concerns(split.other()))
                .reduce((first, last) -> last);
    }
}
