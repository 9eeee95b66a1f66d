package clarion.domain.segmentation;

import java.util.List;

/**
 * How well an endpoint fits each of some groups: the logarithm of the likelihood of what it does and is, given what the
 * group's members do and are, plus that of the group's size. Tables are made once, so that an endpoint costs a look-up
 * per token and group.
 */
final class Posterior {

    private final Model model;
    private final int groups;
    private final double[] base;
    /** Of a member that does none of all the tokens. */
    private final double[] idle;

    private final float[][] absent;
    private final float[][] present;
    /** Logarithm of a token's share of what the group does; an endpoint's weight multiplies it. */
    private final float[][] share;

    private final double[][][] values;

    Posterior(Model model, List<Cluster> clusters) {
        this.model = model;
        this.groups = clusters.size();
        this.base = new double[groups];
        this.idle = new double[groups];
        this.absent = new float[groups][model.tokens];
        this.present = new float[groups][model.tokens];
        this.share = new float[groups][model.tokens];
        this.values = new double[groups][][];
        long all = 0;
        for (Cluster c : clusters) {
            all += c.members;
        }
        for (int g = 0; g < groups; g++) {
            Cluster c = clusters.get(g);
            base[g] = Math.log((c.members + 0.5) / (all + 0.5 * groups));
            behaviour(c, g);
            values[g] = identity(c);
        }
    }

    private void behaviour(Cluster c, int g) {
        double allOfIt = Math.log(model.shareSum + c.sum);
        double nothing = 0;
        for (int t = 0; t < model.tokens; t++) {
            double yes = model.presenceA[t] + c.having[t];
            double no = model.presenceB[t] + Math.max(0, c.seen - c.seenHaving[t]);
            double all = Math.log(yes + no);
            absent[g][t] = (float) (model.weights.presence() * (Math.log(no) - all));
            present[g][t] = (float) (model.weights.presence() * (Math.log(yes) - all));
            share[g][t] = (float) (model.weights.counts() * (Math.log(model.share[t] + c.weight[t]) - allOfIt));
            nothing += absent[g][t];
        }
        idle[g] = nothing;
    }

    private double[][] identity(Cluster c) {
        double[][] scores = new double[c.values.length][];
        for (int v = 0; v < scores.length; v++) {
            double weight = model.weights.identity() * model.views.get(v).weight();
            scores[v] = new double[c.values[v].length];
            for (int k = 0; k < scores[v].length; k++) {
                scores[v][k] =
                        weight * Math.log((model.value[v][k] + c.values[v][k]) / (model.valueSum(v) + c.known[v]));
            }
        }
        return scores;
    }

    /** Writes the scores of all groups for an endpoint, and gives the best. */
    int of(int endpoint, double[] scores) {
        Features f = model.features;
        boolean silent = f.isSilent(endpoint);
        int best = 0;
        for (int g = 0; g < groups; g++) {
            double score = base[g];
            if (!silent) {
                double sight = f.sight[endpoint];
                score += sight * idle[g];
                float[] hasNot = absent[g];
                float[] has = present[g];
                float[] does = share[g];
                for (int j = f.start[endpoint]; j < f.start[endpoint + 1]; j++) {
                    int t = f.token[j];
                    score += has[t] - sight * hasNot[t] + f.weight[j] * does[t];
                }
            }
            for (int v = 0; v < values[g].length; v++) {
                int value = model.views.get(v).value(endpoint);
                if (value != View.MISSING) {
                    score += values[g][v][value];
                }
            }
            scores[g] = score;
            if (score > scores[best]) {
                best = g;
            }
        }
        return best;
    }

    /** Gives each of the first endpoints the group that fits best, the next best, and how sure that is. */
    Grouping place(int endpoints, Workers workers) {
        int[] group = new int[endpoints];
        int[] second = new int[endpoints];
        double[] confidence = new double[endpoints];
        workers.ranges(endpoints, (from, to) -> {
            double[] scores = new double[groups];
            for (int i = from; i < to; i++) {
                int best = of(i, scores);
                group[i] = best;
                second[i] = best;
                double others = 0;
                for (int g = 0; g < groups; g++) {
                    others += Math.exp((scores[g] - scores[best]) / model.weights.sharpness());
                    if (g != best && (second[i] == best || scores[g] > scores[second[i]])) {
                        second[i] = g;
                    }
                }
                confidence[i] = 1 / others;
            }
        });
        return new Grouping(groups, group, second, confidence);
    }

    int groups() {
        return groups;
    }
}
