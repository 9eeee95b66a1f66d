package clarion.domain.segmentation;

import java.util.List;

/**
 * Makes groups one, the two first that gain most by it, until no two of them are worth it. A group must be worth its
 * price: see {@link Weights}.
 */
final class Merging {

    private final Model model;
    private final List<Cluster> clusters;
    private final boolean[] gone;
    private final int[] into;
    private final double[] bestGain;
    private final int[] bestOther;

    private final Workers workers;

    Merging(Model model, List<Cluster> clusters, Workers workers) {
        this.model = model;
        this.workers = workers;
        this.clusters = clusters;
        int k = clusters.size();
        gone = new boolean[k];
        into = new int[k];
        bestGain = new double[k];
        bestOther = new int[k];
    }

    /**
     * Gives each group the number of the one that it ended in; numbers are those of the groups that are left, in order.
     */
    int[] run() {
        int k = clusters.size();
        for (int c = 0; c < k; c++) {
            into[c] = c;
            clusters.get(c).score = model.score(clusters.get(c));
        }
        workers.each(k, this::findBest);
        while (true) {
            int a = -1;
            for (int c = 0; c < k; c++) {
                if (!gone[c] && bestOther[c] >= 0 && bestGain[c] > 0 && (a < 0 || bestGain[c] > bestGain[a])) {
                    a = c;
                }
            }
            if (a < 0) {
                return numbers();
            }
            join(a, bestOther[a]);
        }
    }

    /** Each pair is looked at from its lower end. */
    private void findBest(int c) {
        bestOther[c] = -1;
        bestGain[c] = Double.NEGATIVE_INFINITY;
        for (int other = c + 1; other < clusters.size(); other++) {
            consider(c, other);
        }
    }

    private void consider(int c, int other) {
        if (gone[other]) {
            return;
        }
        double gain = worth(clusters.get(c), clusters.get(other));
        if (gain > bestGain[c]) {
            bestGain[c] = gain;
            bestOther[c] = other;
        }
    }

    private double worth(Cluster a, Cluster b) {
        return model.gain(a, b) + price(model.weights, Math.min(a.members, b.members));
    }

    static double price(Weights weights, int smaller) {
        return weights.price() + weights.pricePerMember() * smaller;
    }

    private void join(int a, int b) {
        Cluster whole = clusters.get(a);
        whole.addAll(clusters.get(b));
        whole.score = model.score(whole);
        gone[b] = true;
        for (int c = 0; c < into.length; c++) {
            if (into[c] == b) {
                into[c] = a;
            }
        }
        workers.each(clusters.size(), c -> {
            if (gone[c]) {
                return;
            }
            if (c == a || bestOther[c] == a || bestOther[c] == b) {
                findBest(c);
            } else if (c < a) {
                consider(c, a);
            }
        });
    }

    private int[] numbers() {
        int[] number = new int[into.length];
        int next = 0;
        for (int c = 0; c < into.length; c++) {
            if (!gone[c]) {
                number[c] = next++;
            }
        }
        int[] result = new int[into.length];
        for (int c = 0; c < into.length; c++) {
            result[c] = number[into[c]];
        }
        return result;
    }
}
