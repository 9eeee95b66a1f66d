package clarion.domain.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places endpoints that came after a grouping into its groups, without grouping anew: each goes where the likelihood of
 * what it does and is, given what the members do and are, is highest. Those who have a group keep it.
 */
public final class Newcomers {

    /** In the place of a group's number: has none yet. */
    public static final int NOWHERE = -1;

    private Newcomers() {}

    /**
     * Places them.
     *
     * @param graph what all endpoints do, members of groups and newcomers
     * @param known the group of each endpoint, from 0; {@link #NOWHERE} of newcomers
     * @param groups how many groups there are; none is offered that has no member in the graph
     * @return the group of everybody; of those who had one the confidence that they would be placed there now
     * @throws IllegalArgumentException if nobody has a group
     */
    public static Grouping place(EndpointGraph graph, int[] known, int groups) {
        int n = graph.endpoints();
        int[] names = new int[n];
        int members = 0;
        for (int i = 0; i < n; i++) {
            names[i] = known[i] == NOWHERE ? groups : known[i];
            members += known[i] == NOWHERE ? 0 : 1;
        }
        if (members == 0) {
            throw new IllegalArgumentException("nobody has a group");
        }
        int[] numberOf = new int[groups];
        int[] present = present(known, groups, numberOf);
        // Twice: whom a newcomer talks to may be a newcomer, whose group is known from the first time on.
        Grouping placing = place(graph, known, names, groups, members, numberOf, present);
        for (int i = 0; i < n; i++) {
            names[i] = placing.group(i);
        }
        return place(graph, known, names, groups, members, numberOf, present);
    }

    private static Grouping place(
            EndpointGraph graph, int[] known, int[] names, int groups, int members, int[] numberOf, int[] present) {
        int n = known.length;
        boolean[] placed = new boolean[n];
        for (int i = 0; i < n; i++) {
            placed[i] = known[i] != NOWHERE;
        }
        FarEnds far = FarEnds.of(graph, names, groups + 1, Integer.MAX_VALUE);
        Model model = new Model(
                Features.of(graph, far, placed, members < 200 ? 1 : 2),
                graph.views(),
                placed,
                Weights.DEFAULT.forSample(members));
        List<Cluster> clusters = new ArrayList<>();
        for (int p = 0; p < present.length; p++) {
            clusters.add(new Cluster(model));
        }
        for (int i = 0; i < n; i++) {
            if (placed[i]) {
                clusters.get(numberOf[known[i]]).add(i);
            }
        }
        Grouping fits = new Posterior(model, clusters).place(n, Workers.ALONE);
        int[] group = new int[n];
        int[] second = new int[n];
        double[] confidence = new double[n];
        for (int i = 0; i < n; i++) {
            int best = present[fits.group(i)];
            group[i] = placed[i] ? known[i] : best;
            second[i] = group[i] == best ? present[fits.second(i)] : best;
            confidence[i] = group[i] == best ? fits.confidence(i) : 1 - fits.confidence(i);
        }
        return new Grouping(groups, group, second, confidence);
    }

    /** The groups that have members, and the place of each among them. */
    private static int[] present(int[] known, int groups, int[] placeOf) {
        boolean[] has = new boolean[groups];
        for (int group : known) {
            if (group != NOWHERE) {
                has[group] = true;
            }
        }
        int[] present = new int[groups];
        int count = 0;
        for (int g = 0; g < groups; g++) {
            if (has[g]) {
                placeOf[g] = count;
                present[count++] = g;
            }
        }
        return Arrays.copyOf(present, count);
    }
}
