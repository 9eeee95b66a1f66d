package clarion.domain.segmentation;

/** The logarithm of the gamma function, for arguments above 0. */
final class Gamma {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private Gamma() {}

    /**
     * ln Γ(x), to about 1e-9: Stirling's series (Abramowitz and Stegun, 6.1.41) after the recurrence has moved the
     * argument to where the series is good.
     *
     * @param x above 0
     */
    static double log(double x) {
        double shift = 0;
        double z = x;
        if (z < 7) {
            double product = z;
            z++;
            while (z < 7) {
                product *= z;
                z++;
            }
            shift = -Math.log(product);
        }
        double inverse = 1 / z;
        double square = inverse * inverse;
        double series = inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680.0)));
        return shift + (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series;
    }
}
