package clarion.domain.segmentation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A first, much too fine grouping: k-means on the sphere, of tokens and values thrown at random into a few dozen
 * dimensions (Johnson and Lindenstrauss), begun with far points (k-means++).
 */
final class Seeding {

    private static final int DIMENSIONS = 48;
    private static final int ROUNDS = 8;

    private final float[][] vectors;
    private final int[] endpoints;
    private final SplittableRandom random;

    Seeding(Model model, int[] endpoints, long seed) {
        this.endpoints = endpoints;
        this.random = new SplittableRandom(seed);
        Features f = model.features;
        float[][] axes = new float[f.tokens][];
        double[] idf = new double[f.tokens];
        for (int t = 0; t < f.tokens; t++) {
            axes[t] = axis();
            idf[t] = Math.log((f.learntFrom + 1.0) / (f.support[t] + 0.5));
        }
        vectors = new float[endpoints.length][];
        float[][][] valueAxes = valueAxes(model.views);
        for (int i = 0; i < endpoints.length; i++) {
            vectors[i] = vector(model, endpoints[i], axes, idf, valueAxes);
        }
    }

    private float[][][] valueAxes(List<View> views) {
        float[][][] axes = new float[views.size()][][];
        for (int v = 0; v < axes.length; v++) {
            axes[v] = new float[views.get(v).labels().size()][];
            for (int k = 0; k < axes[v].length; k++) {
                axes[v][k] = axis();
            }
        }
        return axes;
    }

    private float[] axis() {
        float[] axis = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            axis[d] = random.nextBoolean() ? 1 : -1;
        }
        return axis;
    }

    private static float[] vector(Model model, int endpoint, float[][] axes, double[] idf, float[][][] valueAxes) {
        Features f = model.features;
        float[] does = new float[DIMENSIONS];
        for (int j = f.start[endpoint]; j < f.start[endpoint + 1]; j++) {
            add(does, axes[f.token[j]], f.weight[j] * idf[f.token[j]]);
        }
        normalise(does, 1);
        float[] is = new float[DIMENSIONS];
        for (int v = 0; v < valueAxes.length; v++) {
            int value = model.views.get(v).value(endpoint);
            if (value != View.MISSING) {
                add(is, valueAxes[v][value], Math.sqrt(model.views.get(v).weight()));
            }
        }
        normalise(is, 0.6f);
        add(does, is, 1);
        normalise(does, 1);
        return does;
    }

    private static void add(float[] to, float[] what, double times) {
        for (int d = 0; d < to.length; d++) {
            to[d] += (float) (what[d] * times);
        }
    }

    private static void normalise(float[] vector, float length) {
        double sum = 0;
        for (float x : vector) {
            sum += x * x;
        }
        if (sum > 0) {
            float by = (float) (length / Math.sqrt(sum));
            for (int d = 0; d < vector.length; d++) {
                vector[d] *= by;
            }
        }
    }

    private static float dot(float[] a, float[] b) {
        // Four sums, because the next addition to one sum waits for the last.
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int d = 0; d < DIMENSIONS; d += 4) {
            first += a[d] * b[d];
            second += a[d + 1] * b[d + 1];
            third += a[d + 2] * b[d + 2];
            fourth += a[d + 3] * b[d + 3];
        }
        return first + second + (third + fourth);
    }

    /** Gives each endpoint the number of its part; parts may be empty. */
    int[] parts(int wanted, Workers workers) {
        int k = Math.min(wanted, endpoints.length);
        float[][] centres = begin(k);
        int[] part = new int[endpoints.length];
        for (int round = 0; round < ROUNDS; round++) {
            float[][] sums = new float[k][DIMENSIONS];
            float[][] now = centres;
            AtomicBoolean moved = new AtomicBoolean();
            workers.ranges(endpoints.length, (from, to) -> {
                for (int i = from; i < to; i++) {
                    int best = nearest(vectors[i], now);
                    if (best != part[i]) {
                        part[i] = best;
                        moved.set(true);
                    }
                }
            });
            for (int i = 0; i < endpoints.length; i++) {
                add(sums[part[i]], vectors[i], 1);
            }
            for (float[] sum : sums) {
                normalise(sum, 1);
            }
            centres = sums;
            if (!moved.get()) {
                break;
            }
        }
        return part;
    }

    private static int nearest(float[] vector, float[][] centres) {
        int best = 0;
        float bestDot = -Float.MAX_VALUE;
        for (int c = 0; c < centres.length; c++) {
            float d = dot(vector, centres[c]);
            if (d > bestDot) {
                bestDot = d;
                best = c;
            }
        }
        return best;
    }

    private float[][] begin(int k) {
        float[][] centres = new float[k][];
        double[] distance = new double[endpoints.length];
        java.util.Arrays.fill(distance, 2);
        for (int c = 0; c < k; c++) {
            double all = 0;
            for (double d : distance) {
                all += d;
            }
            int chosen = 0;
            double draw = random.nextDouble() * all;
            for (; chosen < endpoints.length - 1; chosen++) {
                draw -= distance[chosen];
                if (draw < 0) {
                    break;
                }
            }
            centres[c] = vectors[chosen].clone();
            for (int i = 0; i < endpoints.length; i++) {
                distance[i] = Math.min(distance[i], Math.max(0, 1 - dot(vectors[i], centres[c])));
            }
        }
        return centres;
    }
}
