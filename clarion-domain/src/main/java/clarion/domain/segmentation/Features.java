package clarion.domain.segmentation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What each endpoint does, as tokens: in which role (client or server), which service, with which far group. An
 * endpoint has a token with weight ln(1 + conversations).
 *
 * <p>A far end that very many use stands as a token of its own as well: which of several servers of one kind somebody
 * uses says something.
 */
final class Features {

    private static final int ROLE_SHIFT = 62;
    private static final int SERVICE_SHIFT = 36;

    final int tokens;
    final int[] start;
    final int[] token;
    final float[] weight;
    /** In how many of the endpoints that it was learnt from a token is. */
    final int[] support;

    final int learntFrom;
    /**
     * How well each endpoint was seen, up to 1: of one that said little, what it did not do says little. The measure is
     * the logarithm of its conversations against the median's.
     */
    final float[] sight;

    private final long[] keys;
    private final FarEnds far;

    private Features(
            int[] start,
            int[] token,
            float[] weight,
            int[] support,
            int learntFrom,
            float[] sight,
            long[] keys,
            FarEnds far) {
        this.tokens = keys.length;
        this.start = start;
        this.token = token;
        this.weight = weight;
        this.support = support;
        this.learntFrom = learntFrom;
        this.sight = sight;
        this.keys = keys;
        this.far = far;
    }

    /**
     * Reads the tokens of all endpoints; only tokens that at least {@code leastSupport} of the sample have are kept.
     *
     * @param sample which endpoints tokens are learnt from
     */
    static Features of(EndpointGraph graph, FarEnds far, boolean[] sample, int leastSupport) {
        int n = graph.endpoints();
        Accumulator all = new Accumulator(n);
        for (int e = 0; e < graph.edges(); e++) {
            int client = graph.client(e);
            int server = graph.server(e);
            int service = graph.service(e);
            if (client < n) {
                all.add(client, key(0, service, far.group(server)), graph.count(e));
                if (far.isItself(server)) {
                    all.add(client, key(0, service, far.itself(server)), graph.count(e));
                }
            }
            if (server < n) {
                all.add(server, key(1, service, far.group(client)), graph.count(e));
            }
        }
        return all.finish(sample, leastSupport, far);
    }

    private static long key(int role, int service, int far) {
        return (long) role << ROLE_SHIFT | (long) service << SERVICE_SHIFT | far;
    }

    boolean isSilent(int endpoint) {
        return start[endpoint] == start[endpoint + 1];
    }

    boolean isServerSide(int t) {
        return keys[t] >>> ROLE_SHIFT == 1;
    }

    int service(int t) {
        return (int) (keys[t] >>> SERVICE_SHIFT & (1L << ROLE_SHIFT - SERVICE_SHIFT) - 1);
    }

    /** The far end's code, see {@link FarEnds}. */
    int farCode(int t) {
        return (int) (keys[t] & (1L << SERVICE_SHIFT) - 1);
    }

    FarEnds far() {
        return far;
    }

    /** Sums counts by endpoint and key: sorts packed entries, which is smaller and faster than maps of maps. */
    private static final class Accumulator {

        private final int endpoints;
        private final Map<Long, Integer> numbers = new HashMap<>();
        private long[] keyOf = new long[1024];
        private long[] entries = new long[4096];
        private float[] counts = new float[4096];
        private int size;

        Accumulator(int endpoints) {
            this.endpoints = endpoints;
        }

        void add(int endpoint, long key, float count) {
            Integer number = numbers.get(key);
            if (number == null) {
                number = numbers.size();
                numbers.put(key, number);
                if (number == keyOf.length) {
                    keyOf = Arrays.copyOf(keyOf, number * 2);
                }
                keyOf[number] = key;
            }
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            entries[size] = (long) endpoint << 32 | number;
            counts[size++] = count;
        }

        Features finish(boolean[] sample, int leastSupport, FarEnds far) {
            int[] perEndpoint = new int[endpoints + 1];
            for (int i = 0; i < size; i++) {
                perEndpoint[(int) (entries[i] >>> 32) + 1]++;
            }
            for (int i = 0; i < endpoints; i++) {
                perEndpoint[i + 1] += perEndpoint[i];
            }
            int[] at = perEndpoint.clone();
            int[] raw = new int[size];
            float[] rawCount = new float[size];
            for (int i = 0; i < size; i++) {
                int place = at[(int) (entries[i] >>> 32)]++;
                raw[place] = (int) entries[i];
                rawCount[place] = counts[i];
            }
            // Within an endpoint: sum what has the same token, by a scratch array over all tokens.
            float[] sum = new float[numbers.size()];
            int[] seenTokens = new int[numbers.size()];
            int[] merged = new int[size];
            float[] mergedCount = new float[size];
            int[] begin = new int[endpoints + 1];
            int[] support = new int[numbers.size()];
            int learntFrom = 0;
            int out = 0;
            for (int i = 0; i < endpoints; i++) {
                begin[i] = out;
                int distinct = 0;
                for (int j = perEndpoint[i]; j < perEndpoint[i + 1]; j++) {
                    if (sum[raw[j]] == 0) {
                        seenTokens[distinct++] = raw[j];
                    }
                    sum[raw[j]] += rawCount[j];
                }
                for (int j = 0; j < distinct; j++) {
                    int t = seenTokens[j];
                    merged[out] = t;
                    mergedCount[out++] = sum[t];
                    sum[t] = 0;
                    if (sample[i]) {
                        support[t]++;
                    }
                }
                if (sample[i] && distinct > 0) {
                    learntFrom++;
                }
            }
            begin[endpoints] = out;
            return keep(begin, merged, mergedCount, support, learntFrom, leastSupport, far);
        }

        private Features keep(
                int[] begin,
                int[] merged,
                float[] mergedCount,
                int[] support,
                int learntFrom,
                int leastSupport,
                FarEnds far) {
            // In the order of their keys, so that numbers do not depend on the order of edges.
            Integer[] order = new Integer[support.length];
            int kept = 0;
            for (int t = 0; t < support.length; t++) {
                if (support[t] >= leastSupport) {
                    order[kept++] = t;
                }
            }
            Arrays.sort(order, 0, kept, (a, b) -> Long.compare(keyOf[a], keyOf[b]));
            int[] renumbered = new int[support.length];
            Arrays.fill(renumbered, -1);
            long[] keys = new long[kept];
            int[] keptSupport = new int[kept];
            for (int k = 0; k < kept; k++) {
                renumbered[order[k]] = k;
                keys[k] = keyOf[order[k]];
                keptSupport[k] = support[order[k]];
            }
            int[] start = new int[endpoints + 1];
            int[] token = new int[merged.length];
            float[] weight = new float[merged.length];
            int out = 0;
            for (int i = 0; i < endpoints; i++) {
                start[i] = out;
                for (int j = begin[i]; j < begin[i + 1]; j++) {
                    int t = renumbered[merged[j]];
                    if (t >= 0) {
                        token[out] = t;
                        weight[out++] = (float) Math.log1p(mergedCount[j]);
                    }
                }
            }
            start[endpoints] = out;
            return new Features(
                    start,
                    Arrays.copyOf(token, out),
                    Arrays.copyOf(weight, out),
                    keptSupport,
                    learntFrom,
                    sight(begin, mergedCount),
                    keys,
                    far);
        }

        private float[] sight(int[] begin, float[] mergedCount) {
            double[] said = new double[endpoints];
            int active = 0;
            for (int i = 0; i < endpoints; i++) {
                double sum = 0;
                for (int j = begin[i]; j < begin[i + 1]; j++) {
                    sum += mergedCount[j];
                }
                said[i] = Math.log1p(sum);
                if (sum > 0) {
                    active++;
                }
            }
            double[] sorted = said.clone();
            Arrays.sort(sorted);
            double median = active == 0 ? 1 : sorted[endpoints - 1 - active / 2];
            float[] sight = new float[endpoints];
            for (int i = 0; i < endpoints; i++) {
                sight[i] = (float) Math.min(1, Math.max(0.1, said[i] / median));
            }
            return sight;
        }
    }
}
