package clarion.domain.segmentation;

import java.util.SplittableRandom;

/**
 * The directions in which some endpoints differ most in what they do: principal components of the presence of tokens,
 * each token scaled to unit variance, found by power iteration with deflation. Things that go together make a direction
 * even where each of them is rare; things that each endpoint does by chance make none.
 */
final class Directions {

    private static final int ITERATIONS = 20;
    private static final int LEAST_HAVING = 3;

    private final Features features;
    private final int[] members;
    private final double[] scale;
    private final double[] centre;
    private final double[][] found;

    /** @param seed of the first guess of each direction */
    Directions(Model model, int[] members, Cluster whole, int wanted, long seed) {
        this.features = model.features;
        this.members = members;
        this.scale = new double[model.tokens];
        this.centre = new double[model.tokens];
        for (int j = 0; j < whole.used; j++) {
            int t = whole.usedTokens[j];
            int having = whole.having[t];
            if (having >= LEAST_HAVING && having <= members.length - LEAST_HAVING) {
                centre[t] = having / (double) members.length;
                scale[t] = 1 / Math.sqrt(centre[t] * (1 - centre[t]));
            }
        }
        found = new double[wanted][];
        SplittableRandom random = new SplittableRandom(seed);
        for (int d = 0; d < wanted; d++) {
            found[d] = next(d, random);
        }
    }

    /** Where each member stands in a direction; above and below 0. */
    double[] positions(int direction) {
        return project(found[direction]);
    }

    private double[] next(int d, SplittableRandom random) {
        double[] axis = new double[scale.length];
        for (int t = 0; t < axis.length; t++) {
            axis[t] = scale[t] == 0 ? 0 : random.nextDouble() - 0.5;
        }
        for (int round = 0; round < ITERATIONS; round++) {
            for (int earlier = 0; earlier < d; earlier++) {
                takeAway(axis, found[earlier]);
            }
            normalise(axis);
            axis = gather(project(axis));
        }
        for (int earlier = 0; earlier < d; earlier++) {
            takeAway(axis, found[earlier]);
        }
        normalise(axis);
        return axis;
    }

    private double[] project(double[] axis) {
        double mean = 0;
        for (int t = 0; t < axis.length; t++) {
            mean += centre[t] * scale[t] * axis[t];
        }
        double[] at = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            double sum = -mean;
            for (int j = features.start[members[i]]; j < features.start[members[i] + 1]; j++) {
                int t = features.token[j];
                sum += scale[t] * axis[t];
            }
            at[i] = sum;
        }
        return at;
    }

    private double[] gather(double[] at) {
        double[] axis = new double[scale.length];
        double all = 0;
        for (int i = 0; i < members.length; i++) {
            all += at[i];
            for (int j = features.start[members[i]]; j < features.start[members[i] + 1]; j++) {
                axis[features.token[j]] += at[i];
            }
        }
        for (int t = 0; t < axis.length; t++) {
            axis[t] = scale[t] * (axis[t] - centre[t] * all);
        }
        return axis;
    }

    private static void takeAway(double[] from, double[] what) {
        double dot = 0;
        for (int t = 0; t < from.length; t++) {
            dot += from[t] * what[t];
        }
        for (int t = 0; t < from.length; t++) {
            from[t] -= dot * what[t];
        }
    }

    private static void normalise(double[] axis) {
        double sum = 0;
        for (double x : axis) {
            sum += x * x;
        }
        if (sum > 0) {
            double by = 1 / Math.sqrt(sum);
            for (int t = 0; t < axis.length; t++) {
                axis[t] *= by;
            }
        }
    }
}
