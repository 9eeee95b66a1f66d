package clarion.domain.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The groups that were found, and why: what members share, what tells groups apart, what speaks for and against a
 * member.
 */
public final class Findings {

    private static final int MOST_TRAITS = 6;
    private static final double WORTH_SAYING = 0.2;
    private static final int FEW = 8;
    private static final double RARE = 0.03;

    private final EndpointGraph graph;
    private final Grouping grouping;
    private final Model model;
    private final List<Cluster> clusters;
    private final Cluster all;

    private final int[] farGroups;

    /** @param farGroups for each group that far ends are named by, the group that most of its members are in now */
    Findings(EndpointGraph graph, Grouping grouping, Model model, List<Cluster> clusters, int[] farGroups) {
        this.graph = graph;
        this.farGroups = farGroups;
        this.grouping = grouping;
        this.model = model;
        this.clusters = List.copyOf(clusters);
        this.all = new Cluster(model);
        clusters.forEach(all::addAll);
        for (Cluster cluster : clusters) {
            cluster.score = model.score(cluster);
        }
    }

    public Grouping grouping() {
        return grouping;
    }

    /**
     * Why an endpoint is where it is.
     *
     * @param towards what speaks for its group against the second best, the strongest first
     * @param against what speaks for the second best
     * @param silent true if it was never seen to do anything, so that only what it is decides
     */
    public record Reason(List<Trait> towards, List<Trait> against, boolean silent) {}

    /** How many members a group has. */
    public int members(int group) {
        return clusters.get(group).members;
    }

    /** The value of a view that most members of a group have, with its share of those of whom one is known. */
    public Optional<Trait> mostCommon(int group, String view) {
        for (int v = 0; v < model.views.size(); v++) {
            Cluster cluster = clusters.get(group);
            if (model.views.get(v).name().equals(view) && cluster.known[v] > 0) {
                int most = 0;
                for (int k = 1; k < cluster.values[v].length; k++) {
                    if (cluster.values[v][k] > cluster.values[v][most]) {
                        most = k;
                    }
                }
                return Optional.of(value(v, most, shares(cluster), rest(group)));
            }
        }
        return Optional.empty();
    }

    /** True if an endpoint was never seen to do anything that others do too. */
    public boolean isSilent(int endpoint) {
        return model.features.isSilent(endpoint);
    }

    /**
     * What an endpoint does and hardly any other member of its group: the rarest first. In groups of fewer than eight
     * nothing is usual.
     */
    public List<Trait> unusual(int endpoint, IntFunction<String> groupName) {
        Cluster mine = clusters.get(grouping.group(endpoint));
        List<Trait> unusual = new ArrayList<>();
        Features f = model.features;
        for (int j = f.start[endpoint]; mine.members >= FEW && j < f.start[endpoint + 1]; j++) {
            int t = f.token[j];
            if (isRare(mine, t)) {
                unusual.add(token(t, shares(mine), rest(grouping.group(endpoint)), groupName));
            }
        }
        unusual.sort(Comparator.comparingDouble(Trait::here));
        return unusual.subList(0, Math.min(MOST_TRAITS, unusual.size()));
    }

    /**
     * How surprising what an endpoint does is in its group: the sum of the logarithms of how rare each rare thing is.
     */
    public double surprise(int endpoint) {
        Cluster mine = clusters.get(grouping.group(endpoint));
        double surprise = 0;
        Features f = model.features;
        for (int j = f.start[endpoint]; mine.members >= FEW && j < f.start[endpoint + 1]; j++) {
            int t = f.token[j];
            if (isRare(mine, t)) {
                surprise -= Math.log((mine.having[t] - 0.5) / mine.members);
            }
        }
        return surprise;
    }

    private static boolean isRare(Cluster cluster, int t) {
        return cluster.having[t] - 1 <= RARE * (cluster.members - 1);
    }

    /** What members of a group have in common and the others mostly have not, the most telling first. */
    public List<Trait> shared(int group, IntFunction<String> groupName) {
        return traits(clusters.get(group), rest(group), groupName, trait -> trait.here() - trait.elsewhere());
    }

    /** What tells two groups apart, from the first one's side. */
    public List<Trait> apart(int group, int other, IntFunction<String> groupName) {
        return traits(clusters.get(group), shares(clusters.get(other)), groupName, Trait::strength);
    }

    /** The group that is most like a group; itself if there is no other. */
    public int nearest(int group) {
        int nearest = group;
        double best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < clusters.size(); other++) {
            if (other != group) {
                double gain = model.gain(clusters.get(group), clusters.get(other))
                        / Math.max(1, Math.min(clusters.get(group).members, clusters.get(other).members));
                if (gain > best) {
                    best = gain;
                    nearest = other;
                }
            }
        }
        return nearest;
    }

    /** Why an endpoint is in its group and not in the second best. */
    public Reason reason(int endpoint, IntFunction<String> groupName) {
        int mine = grouping.group(endpoint);
        int other = grouping.second(endpoint);
        List<Trait> towards = new ArrayList<>();
        List<Trait> against = new ArrayList<>();
        Features f = model.features;
        for (int j = f.start[endpoint]; j < f.start[endpoint + 1]; j++) {
            sort(
                    token(f.token[j], shares(clusters.get(mine)), shares(clusters.get(other)), groupName),
                    towards,
                    against);
        }
        for (int v = 0; v < model.views.size(); v++) {
            int value = model.views.get(v).value(endpoint);
            if (value != View.MISSING) {
                sort(value(v, value, shares(clusters.get(mine)), shares(clusters.get(other))), towards, against);
            }
        }
        return new Reason(strongest(towards), strongest(against), f.isSilent(endpoint));
    }

    private static void sort(Trait trait, List<Trait> towards, List<Trait> against) {
        if (trait.here() - trait.elsewhere() > 0.05) {
            towards.add(trait);
        } else if (trait.elsewhere() - trait.here() > 0.05) {
            against.add(trait);
        }
    }

    private static List<Trait> strongest(List<Trait> traits) {
        return traits.stream()
                .sorted(Comparator.comparingDouble(Trait::strength).reversed())
                .limit(MOST_TRAITS)
                .toList();
    }

    /** Shares of some endpoints that have each token and value. */
    private interface Shares {
        double ofToken(int token);

        double ofValue(int view, int value);
    }

    private static Shares shares(Cluster c) {
        return new Shares() {
            @Override
            public double ofToken(int token) {
                return c.having[token] / (double) Math.max(1, c.members);
            }

            @Override
            public double ofValue(int view, int value) {
                return c.values[view][value] / (double) Math.max(1, c.known[view]);
            }
        };
    }

    private Shares rest(int group) {
        Cluster c = clusters.get(group);
        return new Shares() {
            @Override
            public double ofToken(int token) {
                return (all.having[token] - c.having[token]) / (double) Math.max(1, all.members - c.members);
            }

            @Override
            public double ofValue(int view, int value) {
                return (all.values[view][value] - c.values[view][value])
                        / (double) Math.max(1, all.known[view] - c.known[view]);
            }
        };
    }

    private List<Trait> traits(
            Cluster cluster,
            Shares others,
            IntFunction<String> groupName,
            java.util.function.ToDoubleFunction<Trait> by) {
        Shares mine = shares(cluster);
        List<Trait> traits = new ArrayList<>();
        for (int t = 0; t < model.tokens; t++) {
            if (cluster.having[t] > 0 || others.ofToken(t) > WORTH_SAYING) {
                traits.add(token(t, mine, others, groupName));
            }
        }
        for (int v = 0; v < model.views.size(); v++) {
            for (int k = 0; k < model.views.get(v).labels().size(); k++) {
                traits.add(value(v, k, mine, others));
            }
        }
        return traits.stream()
                .filter(trait -> by.applyAsDouble(trait) > WORTH_SAYING)
                .sorted(Comparator.comparingDouble(by).reversed())
                .limit(MOST_TRAITS)
                .toList();
    }

    private Trait token(int t, Shares mine, Shares others, IntFunction<String> groupName) {
        Features f = model.features;
        FarEnds far = f.far();
        int code = f.farCode(t);
        String end =
                far.isGroup(code) ? groupName.apply(farGroups[code]) : graph.name(far.entity(code, graph.endpoints()));
        return new Trait(
                f.isServerSide(t) ? Trait.Kind.OFFERS : Trait.Kind.USES,
                graph.services().get(f.service(t)),
                end,
                mine.ofToken(t),
                others.ofToken(t));
    }

    private Trait value(int v, int k, Shares mine, Shares others) {
        View view = model.views.get(v);
        return new Trait(Trait.Kind.IS, view.name(), view.labels().get(k), mine.ofValue(v, k), others.ofValue(v, k));
    }
}
