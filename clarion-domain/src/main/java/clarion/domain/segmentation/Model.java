package clarion.domain.segmentation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How likely a group is, all its members together: the marginal likelihood of three kinds of evidence.
 *
 * <ul>
 *   <li>what the members do, as shares of all they do: a Dirichlet-multinomial over the weights of tokens;
 *   <li>whether a member does a thing at all: a Beta-Bernoulli for each token;
 *   <li>what is known of the members: a Dirichlet-multinomial over the values of each view; missing is missing.
 * </ul>
 *
 * The priors are what all endpoints do, so a group is worth only what tells it from all the others.
 */
final class Model {

    final Features features;
    final List<View> views;
    final Weights weights;
    final int tokens;

    /** Prior of presence: a of a + b = trials. */
    final double[] presenceA;

    final double[] presenceB;

    /** Prior of counts, and its sum. */
    final double[] share;

    final double shareSum;

    /** Prior of each value of each view, and its sum. */
    final double[][] value;

    private final double[] valueSum;
    private final double[] logA;
    private final double[] logB;
    private final double[] shareLog;
    /** Bits of numbers, 0 for those that are not known yet: several threads may find the same at once. */
    private final AtomicLongArray nothingOf;

    Model(Features features, List<View> views, boolean[] sample, Weights weights) {
        this.features = features;
        this.views = views;
        this.weights = weights;
        this.tokens = features.tokens;
        presenceA = new double[tokens];
        presenceB = new double[tokens];
        share = new double[tokens];
        logA = new double[tokens];
        logB = new double[tokens];
        shareLog = new double[tokens];
        double[] total = new double[tokens];
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i]) {
                for (int j = features.start[i]; j < features.start[i + 1]; j++) {
                    total[features.token[j]] += features.weight[j];
                    sum += features.weight[j];
                }
            }
        }
        double shares = 0;
        for (int t = 0; t < tokens; t++) {
            double p = (features.support[t] + 0.5) / (features.learntFrom + 1.0);
            // A token that few have is still worth noticing where it clusters: the prior's mean is flattened.
            double mean = Math.min(0.9, Math.max(0.02, Math.sqrt(p) * 0.5));
            presenceA[t] = weights.trials() * mean;
            presenceB[t] = weights.trials() * (1 - mean);
            share[t] = weights.share() * (0.5 * total[t] / Math.max(sum, 1e-9) + 0.5 / Math.max(tokens, 1));
            shares += share[t];
            logA[t] = Gamma.log(presenceA[t]);
            logB[t] = Gamma.log(presenceB[t]);
            shareLog[t] = Gamma.log(share[t]);
        }
        shareSum = Math.max(shares, 1e-6);
        value = new double[views.size()][];
        valueSum = new double[views.size()];
        for (int v = 0; v < views.size(); v++) {
            value[v] = valuePrior(views.get(v), sample);
            for (double alpha : value[v]) {
                valueSum[v] += alpha;
            }
        }
        nothingOf = new AtomicLongArray(sample.length + 2);
    }

    private static double[] valuePrior(View view, boolean[] sample) {
        int k = view.labels().size();
        double[] prior = new double[k];
        double known = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] && view.value(i) != View.MISSING) {
                prior[view.value(i)]++;
                known++;
            }
        }
        for (int c = 0; c < k; c++) {
            prior[c] = 0.5 * (prior[c] / Math.max(known, 1)) + 0.5 / Math.max(k, 1);
        }
        return prior;
    }

    /** The logarithm of the likelihood of a group. */
    double score(Cluster c) {
        return countScore(c) + presenceScore(c) + valueScore(c, null);
    }

    /** What is gained by making two groups one, before any price. */
    double gain(Cluster a, Cluster b) {
        return unionBehaviour(a, b) + valueScore(a, b) - a.score - b.score;
    }

    private double countScore(Cluster c) {
        double sum = Gamma.log(shareSum) - Gamma.log(shareSum + c.sum);
        for (int j = 0; j < c.used; j++) {
            int t = c.usedTokens[j];
            sum += Gamma.log(share[t] + c.weight[t]) - shareLog[t];
        }
        return weights.counts() * sum;
    }

    private double presenceScore(Cluster c) {
        double sum = nothing(c.seen);
        for (int j = 0; j < c.used; j++) {
            int t = c.usedTokens[j];
            sum += present(t, c.having[t], c.seenHaving[t], c.seen);
        }
        return weights.presence() * sum;
    }

    /** What a token that some have changes of {@link #nothing}. */
    private double present(int t, double having, double seenHaving, double seen) {
        double m = weights.trials();
        double no = Math.max(0, seen - seenHaving);
        return Gamma.log(presenceA[t] + having)
                - logA[t]
                + Gamma.log(presenceB[t] + no)
                - Gamma.log(presenceB[t] + seen)
                - Gamma.log(m + having + no)
                + Gamma.log(m + seen);
    }

    /** The presence score where so much was seen and nobody has any token. */
    private double nothing(double seen) {
        int low = (int) seen;
        double part = seen - low;
        return part == 0 ? nothingAt(low) : (1 - part) * nothingAt(low) + part * nothingAt(low + 1);
    }

    private double nothingAt(int seen) {
        long known = nothingOf.get(seen);
        if (known != 0) {
            return Double.longBitsToDouble(known);
        }
        double m = weights.trials();
        double sum = -tokens * (Gamma.log(m + seen) - Gamma.log(m));
        for (int t = 0; t < tokens; t++) {
            sum += Gamma.log(presenceB[t] + seen) - logB[t];
        }
        nothingOf.set(seen, Double.doubleToRawLongBits(sum));
        return sum;
    }

    private double unionBehaviour(Cluster a, Cluster b) {
        double seen = a.seen + b.seen;
        double counts = Gamma.log(shareSum) - Gamma.log(shareSum + a.sum + b.sum);
        double presence = nothing(seen);
        for (int j = 0; j < a.used; j++) {
            int t = a.usedTokens[j];
            counts += Gamma.log(share[t] + a.weight[t] + b.weight[t]) - shareLog[t];
            presence += present(t, a.having[t] + b.having[t], a.seenHaving[t] + b.seenHaving[t], seen);
        }
        for (int j = 0; j < b.used; j++) {
            int t = b.usedTokens[j];
            if (a.having[t] == 0) {
                counts += Gamma.log(share[t] + b.weight[t]) - shareLog[t];
                presence += present(t, b.having[t], b.seenHaving[t], seen);
            }
        }
        return weights.counts() * counts + weights.presence() * presence;
    }

    private double valueScore(Cluster a, @org.jspecify.annotations.Nullable Cluster b) {
        double sum = 0;
        for (int v = 0; v < value.length; v++) {
            double weight = weights.identity() * views.get(v).weight();
            int known = a.known[v] + (b == null ? 0 : b.known[v]);
            if (weight == 0 || known == 0) {
                continue;
            }
            double score = Gamma.log(valueSum[v]) - Gamma.log(valueSum[v] + known);
            int[] mine = a.values[v];
            for (int k = 0; k < mine.length; k++) {
                int count = mine[k] + (b == null ? 0 : b.values[v][k]);
                if (count > 0) {
                    score += Gamma.log(value[v][k] + count) - Gamma.log(value[v][k]);
                }
            }
            sum += weight * score;
        }
        return sum;
    }

    /** Prior sum of a view. */
    double valueSum(int view) {
        return valueSum[view];
    }
}
