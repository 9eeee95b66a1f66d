package clarion.domain.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Groups endpoints. A sample of at most {@link #SAMPLE} of them is grouped by likelihood, in a few passes, because whom
 * somebody talks to is told by the groups of the far ends, which are only known after a pass; then everybody is given
 * the group that fits best. The posterior is the confidence; low confidence asks for a review, and nobody is left out.
 */
public final class Segmentation {

    /** How many endpoints are looked at to find the groups. */
    public static final int SAMPLE = 10_000;

    private static final int PASSES = 3;

    private final EndpointGraph graph;
    private final Weights weights;
    private final long seed;

    /** @param seed of every random choice */
    public Segmentation(EndpointGraph graph, long seed) {
        this(graph, seed, Weights.DEFAULT);
    }

    Segmentation(EndpointGraph graph, long seed, Weights weights) {
        this.graph = graph;
        this.seed = seed;
        this.weights = weights;
    }

    /** Groups all endpoints. */
    public Findings run() {
        int n = graph.endpoints();
        int[] sampled = sample();
        boolean[] inSample = new boolean[n];
        for (int i : sampled) {
            inSample[i] = true;
        }
        int[] names = firstNames();
        int groups = Arrays.stream(names).max().orElse(0) + 1;
        for (int pass = 1; ; pass++) {
            FarEnds far = FarEnds.of(graph, names, groups, pass == 1 ? popular() : Integer.MAX_VALUE);
            Model model = new Model(
                    Features.of(graph, far, inSample, sampled.length < 200 ? 1 : 2),
                    graph.views(),
                    inSample,
                    weights.forSample(sampled.length));
            Fit fit = new Fit(model, sampled);
            fit.fromSeed(seed + pass, parts(sampled.length));
            Grouping grouping = everybody(model, fit.clusters());
            if (pass == PASSES) {
                List<Cluster> clusters = Fit.clusters(model, grouping);
                return new Findings(graph, grouping, model, clusters, nowIn(names, groups, grouping));
            }
            for (int i = 0; i < n; i++) {
                names[i] = grouping.group(i);
            }
            groups = grouping.groups();
        }
    }

    private static int[] nowIn(int[] names, int groups, Grouping grouping) {
        int[][] common = new int[groups][Math.max(1, grouping.groups())];
        for (int i = 0; i < names.length; i++) {
            common[names[i]][grouping.group(i)]++;
        }
        int[] most = new int[groups];
        for (int g = 0; g < groups; g++) {
            for (int k = 1; k < common[g].length; k++) {
                if (common[g][k] > common[g][most[g]]) {
                    most[g] = k;
                }
            }
        }
        return most;
    }

    private int popular() {
        return Math.max(8, graph.endpoints() / 100);
    }

    private static int parts(int endpoints) {
        return (int) Math.min(320, Math.max(8, 4 * Math.sqrt(endpoints)));
    }

    /** Before there are groups, a far end goes by the first view that knows it. */
    private int[] firstNames() {
        int[] names = new int[graph.endpoints()];
        for (View view : graph.views()) {
            if (view.name().equals("group")) {
                for (int i = 0; i < names.length; i++) {
                    names[i] = view.value(i) + 1;
                }
            }
        }
        return names;
    }

    /** The endpoints that hash lowest: who is chosen does not change when others come. */
    private int[] sample() {
        int n = graph.endpoints();
        long[] order = new long[n];
        for (int i = 0; i < n; i++) {
            long mixed = new SplittableRandom(seed ^ (long) graph.name(i).hashCode() << 20).nextLong();
            order[i] = mixed & ~0xffff_ffffL >>> 1 | i;
        }
        Arrays.sort(order);
        int[] chosen = new int[Math.min(n, SAMPLE)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (int) (order[i] & 0x7fff_ffffL);
        }
        Arrays.sort(chosen);
        return chosen;
    }

    private Grouping everybody(Model model, List<Cluster> clusters) {
        int n = graph.endpoints();
        Posterior posterior = new Posterior(model, clusters);
        int[] group = new int[n];
        int[] second = new int[n];
        double[] confidence = new double[n];
        double[] scores = new double[clusters.size()];
        for (int i = 0; i < n; i++) {
            int best = posterior.of(i, scores);
            group[i] = best;
            second[i] = best;
            double others = 0;
            for (int g = 0; g < scores.length; g++) {
                others += Math.exp((scores[g] - scores[best]) / weights.sharpness());
                if (g != best && (second[i] == best || scores[g] > scores[second[i]])) {
                    second[i] = g;
                }
            }
            confidence[i] = 1 / others;
        }
        return new Grouping(clusters.size(), group, second, confidence);
    }
}
