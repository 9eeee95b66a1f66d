package clarion.domain.segmentation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Groups endpoints. A sample of {@link #SAMPLE} of them, and servers, is grouped by likelihood, in a few passes,
 * because whom somebody talks to is told by the groups of the far ends, which are only known after a pass; then
 * everybody is given the group that fits best. The posterior is the confidence; low confidence asks for a review, and
 * nobody is left out.
 */
public final class Segmentation {

    /**
     * How many endpoints are looked at to find the groups, beside servers. More cost time and make groups of what is
     * alike: on campuses of 10,000, 2,500 gave better groups with identity than 4,000, 6,000 and all; by behaviour
     * alone 6,000 were as good or a little better.
     */
    public static final int SAMPLE = 2_500;

    private static final int PASSES = 3;

    /** So many of those that most ask are looked at in any case: kinds of servers are small, and each matters. */
    private static final int SERVERS = 1_000;

    private static final int LEAST_ASKED = 8;

    private final EndpointGraph graph;
    private final Weights weights;
    private final long seed;
    private final int most;
    private final Workers workers;

    /** @param seed of every random choice */
    public Segmentation(EndpointGraph graph, long seed) {
        this(graph, seed, Workers.ALONE);
    }

    /**
     * With help; the result is the same.
     *
     * @param seed of every random choice
     */
    public Segmentation(EndpointGraph graph, long seed, Workers workers) {
        this(graph, seed, Weights.DEFAULT, SAMPLE, workers);
    }

    /** @param most how many endpoints are looked at to find the groups */
    Segmentation(EndpointGraph graph, long seed, Weights weights, int most, Workers workers) {
        this.workers = workers;
        this.graph = graph;
        this.seed = seed;
        this.weights = weights;
        this.most = most;
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
            Fit fit = new Fit(model, sampled, workers);
            fit.fromSeed(seed + pass, parts(sampled.length));
            Grouping grouping = new Posterior(model, fit.clusters()).place(n, workers);
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

    /** The endpoints that hash lowest: who is chosen does not change when others come. Beside them, servers. */
    private int[] sample() {
        int n = graph.endpoints();
        long[] order = new long[n];
        for (int i = 0; i < n; i++) {
            long mixed = new SplittableRandom(seed ^ (long) graph.name(i).hashCode() << 20).nextLong();
            order[i] = mixed & ~0xffff_ffffL >>> 1 | i;
        }
        Arrays.sort(order);
        BitSet chosen = new BitSet(n);
        for (int i = 0; i < Math.min(n, most); i++) {
            chosen.set((int) (order[i] & 0x7fff_ffffL));
        }
        if (n > most) {
            servers(chosen);
        }
        return chosen.stream().toArray();
    }

    private void servers(BitSet chosen) {
        int n = graph.endpoints();
        int[] asked = new int[n];
        for (int e = 0; e < graph.edges(); e++) {
            if (graph.server(e) < n) {
                asked[graph.server(e)]++;
            }
        }
        IntStream.range(0, n)
                .filter(i -> asked[i] >= LEAST_ASKED)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -asked[i]).thenComparing(i -> i))
                .limit(SERVERS)
                .forEach(chosen::set);
    }
}
