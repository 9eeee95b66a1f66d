package clarion.simulator.traffic;

import java.util.SplittableRandom;

/** Draws that {@link SplittableRandom} does not have, and seeds of many things from one. */
public final class Draws {

    private static final double DIRECT = 30;

    private Draws() {}

    /** From the standard normal distribution (Box-Muller). */
    public static double gauss(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** How often something happens that happens {@code mean} times on average, 0 or more. */
    public static int poisson(double mean, SplittableRandom random) {
        if (mean > DIRECT) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * gauss(random)));
        }
        double left = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > left) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** Of {@code count} things, how many happen that happen with this probability each. */
    public static long binomial(long count, double probability, SplittableRandom random) {
        if (count > 100) {
            double mean = count * probability;
            long drawn = Math.round(mean + Math.sqrt(mean * (1 - probability)) * gauss(random));
            return Math.max(0, Math.min(count, drawn));
        }
        long happened = 0;
        for (long i = 0; i < count; i++) {
            happened += random.nextDouble() < probability ? 1 : 0;
        }
        return happened;
    }

    /** True with this probability, 0 to 1. */
    public static boolean chance(double probability, SplittableRandom random) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** A seed for part {@code part} of what has {@code seed}; the same for the same two (SplitMix64's finalizer). */
    public static long seed(long seed, long part) {
        long mixed = seed + part * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
