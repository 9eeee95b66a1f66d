package clarion.it.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well one grouping of things agrees with another.
 *
 * <p>Sources: adjusted Rand index, Hubert and Arabie, Journal of Classification 2 (1985); V-measure, Rosenberg and
 * Hirschberg, EMNLP 2007; F1 over pairs of things that are in one group.
 *
 * @param things that both groupings have
 * @param rand adjusted Rand index; 1 if they are the same, about 0 if one is drawn by lot
 * @param vMeasure 0 to 1, harmonic mean of homogeneity and completeness
 * @param pairF1 0 to 1, of pairs
 */
record GroupScore(int things, double rand, double vMeasure, double pairF1) {

    /** Compares two groupings, by the names of things; those that only one has do not count. */
    static GroupScore of(Map<String, String> truth, Map<String, String> found) {
        Map<String, Integer> trueSizes = new HashMap<>();
        Map<String, Integer> foundSizes = new HashMap<>();
        Map<List<String>, Integer> both = new HashMap<>();
        truth.forEach((thing, group) -> {
            String other = found.get(thing);
            if (other != null) {
                trueSizes.merge(group, 1, Integer::sum);
                foundSizes.merge(other, 1, Integer::sum);
                both.merge(List.of(group, other), 1, Integer::sum);
            }
        });
        int n = both.values().stream().mapToInt(Integer::intValue).sum();
        double together = pairs(both);
        double trueTogether = pairs(trueSizes);
        double foundTogether = pairs(foundSizes);
        double expected = n < 2 ? 0 : trueTogether * foundTogether / pairs(n);
        double most = (trueTogether + foundTogether) / 2;
        double ofTruth = entropy(trueSizes, n);
        double ofFound = entropy(foundSizes, n);
        double ofBoth = entropy(both, n);
        double homogeneity = ofTruth == 0 ? 1 : 1 - (ofBoth - ofFound) / ofTruth;
        double completeness = ofFound == 0 ? 1 : 1 - (ofBoth - ofTruth) / ofFound;
        return new GroupScore(
                n,
                most == expected ? 1 : (together - expected) / (most - expected),
                homogeneity + completeness == 0 ? 0 : 2 * homogeneity * completeness / (homogeneity + completeness),
                trueTogether + foundTogether == 0 ? 1 : 2 * together / (trueTogether + foundTogether));
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream().mapToDouble(GroupScore::pairs).sum();
    }

    private static double pairs(int size) {
        return size * (size - 1.0) / 2;
    }

    private static double entropy(Map<?, Integer> sizes, int n) {
        return sizes.values().stream()
                .mapToDouble(size -> -(double) size / n * Math.log((double) size / n))
                .sum();
    }
}
