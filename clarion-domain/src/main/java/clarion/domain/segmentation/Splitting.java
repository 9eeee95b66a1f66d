package clarion.domain.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for two groups in one: begins with those who have a token or a value and those who have not, lets each member
 * move to where it fits better, and takes the best of what comes out if it is worth its price.
 */
final class Splitting {

    private static final int LEAST = 6;
    private static final int CANDIDATES = 8;
    private static final int DIRECTIONS = 6;
    private static final int MOVES = 4;

    private final Model model;
    private final int[] members;
    private final Cluster whole;

    Splitting(Model model, int[] members) {
        this.model = model;
        this.members = members;
        this.whole = clusterOf(new boolean[members.length], false);
        whole.score = model.score(whole);
    }

    /** Who goes apart, by the members' order; an array of no length if all stay together. */
    boolean[] find() {
        boolean[] best = new boolean[0];
        if (members.length < LEAST) {
            return best;
        }
        double bestWorth = 0;
        for (boolean[] apart : beginnings()) {
            settle(apart);
            double worth = worth(apart);
            if (worth > bestWorth) {
                bestWorth = worth;
                best = apart;
            }
        }
        return best;
    }

    private List<boolean[]> beginnings() {
        List<boolean[]> beginnings = new ArrayList<>();
        Directions directions = new Directions(model, members, whole, DIRECTIONS, members.length);
        for (int d = 0; d < DIRECTIONS; d++) {
            double[] at = directions.positions(d);
            boolean[] apart = new boolean[members.length];
            for (int i = 0; i < members.length; i++) {
                apart[i] = at[i] > 0;
            }
            beginnings.add(apart);
        }
        for (int candidate : candidates()) {
            boolean[] apart = new boolean[members.length];
            for (int i = 0; i < members.length; i++) {
                apart[i] = has(members[i], candidate);
            }
            beginnings.add(apart);
        }
        return beginnings;
    }

    private void settle(boolean[] apart) {
        for (int round = 0; round < MOVES; round++) {
            Posterior posterior = new Posterior(model, List.of(clusterOf(apart, false), clusterOf(apart, true)));
            double[] scores = new double[2];
            boolean moved = false;
            for (int i = 0; i < members.length; i++) {
                boolean second = posterior.of(members[i], scores) == 1;
                moved |= second != apart[i];
                apart[i] = second;
            }
            if (!moved) {
                return;
            }
        }
    }

    private double worth(boolean[] apart) {
        Cluster a = clusterOf(apart, false);
        Cluster b = clusterOf(apart, true);
        if (a.members == 0 || b.members == 0) {
            return 0;
        }
        return model.score(a)
                + model.score(b)
                - whole.score
                - Merging.price(model.weights, Math.min(a.members, b.members));
    }

    private Cluster clusterOf(boolean[] apart, boolean which) {
        Cluster cluster = new Cluster(model);
        for (int i = 0; i < members.length; i++) {
            if (apart[i] == which) {
                cluster.add(members[i]);
            }
        }
        return cluster;
    }

    /** Tokens, and after them the views' values, that about half of the members have, the most even first. */
    private int[] candidates() {
        int values = 0;
        for (View view : model.views) {
            values += view.labels().size();
        }
        double[] unevenness = new double[model.tokens + values];
        Arrays.fill(unevenness, 1);
        for (int j = 0; j < whole.used; j++) {
            int t = whole.usedTokens[j];
            unevenness[t] = Math.abs(whole.having[t] / Math.max(1.0, whole.members) - 0.5);
        }
        int at = model.tokens;
        for (int v = 0; v < model.views.size(); v++) {
            for (int count : whole.values[v]) {
                unevenness[at++] = whole.known[v] == 0 ? 1 : Math.abs(count / (double) whole.known[v] - 0.5);
            }
        }
        return IntStream.range(0, unevenness.length)
                .filter(c -> unevenness[c] < 0.47)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> unevenness[c]))
                .limit(CANDIDATES)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean has(int endpoint, int candidate) {
        if (candidate < model.tokens) {
            Features f = model.features;
            for (int j = f.start[endpoint]; j < f.start[endpoint + 1]; j++) {
                if (f.token[j] == candidate) {
                    return true;
                }
            }
            return false;
        }
        int at = candidate - model.tokens;
        for (View view : model.views) {
            if (at < view.labels().size()) {
                return view.value(endpoint) == at;
            }
            at -= view.labels().size();
        }
        throw new IllegalArgumentException("no candidate " + candidate);
    }
}
