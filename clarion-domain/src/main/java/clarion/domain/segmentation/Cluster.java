package clarion.domain.segmentation;

import java.util.Arrays;

/** What a group's members do and are, summed up. Mutable: members come and go. */
final class Cluster {

    final float[] weight;
    final int[] having;
    /** Per token how well those were seen who have it. */
    final float[] seenHaving;

    int[] usedTokens = new int[64];
    int used;
    int members;
    /** How well all members were seen, see {@link Features#sight}. */
    double seen;

    double sum;
    final int[][] values;
    final int[] known;
    /** The score as last computed by who works with it. */
    double score;

    private final Model model;

    Cluster(Model model) {
        this.model = model;
        weight = new float[model.tokens];
        having = new int[model.tokens];
        seenHaving = new float[model.tokens];
        values = new int[model.views.size()][];
        known = new int[values.length];
        for (int v = 0; v < values.length; v++) {
            values[v] = new int[model.views.get(v).labels().size()];
        }
    }

    void add(int endpoint) {
        Features f = model.features;
        members++;
        if (!f.isSilent(endpoint)) {
            seen += f.sight[endpoint];
        }
        for (int j = f.start[endpoint]; j < f.start[endpoint + 1]; j++) {
            int t = f.token[j];
            if (having[t] == 0) {
                use(t);
            }
            having[t]++;
            seenHaving[t] += f.sight[endpoint];
            weight[t] += f.weight[j];
            sum += f.weight[j];
        }
        for (int v = 0; v < values.length; v++) {
            int value = model.views.get(v).value(endpoint);
            if (value != View.MISSING) {
                values[v][value]++;
                known[v]++;
            }
        }
    }

    /** Takes in all members of another group. */
    void addAll(Cluster other) {
        members += other.members;
        seen += other.seen;
        sum += other.sum;
        for (int j = 0; j < other.used; j++) {
            int t = other.usedTokens[j];
            if (having[t] == 0) {
                use(t);
            }
            having[t] += other.having[t];
            seenHaving[t] += other.seenHaving[t];
            weight[t] += other.weight[t];
        }
        for (int v = 0; v < values.length; v++) {
            known[v] += other.known[v];
            for (int k = 0; k < values[v].length; k++) {
                values[v][k] += other.values[v][k];
            }
        }
    }

    private void use(int t) {
        if (used == usedTokens.length) {
            usedTokens = Arrays.copyOf(usedTokens, used * 2);
        }
        usedTokens[used++] = t;
    }
}
