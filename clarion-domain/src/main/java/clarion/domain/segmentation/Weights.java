package clarion.domain.segmentation;

/**
 * How much each kind of evidence says, and what a group must be worth. Found by trial on synthetic campuses.
 *
 * @param counts how often something was done, as the share of a group's doings
 * @param presence whether something was done at all
 * @param identity what is known of the endpoint, times each view's own weight
 * @param price what a further group must improve the logarithm of the likelihood by
 * @param pricePerMember what it must improve it by for each member of the smaller part: large groups that differ by a
 *     hair are one
 * @param share concentration of the prior of counts, in pseudo-counts
 * @param trials strength of the prior of presence, in pseudo-observations
 * @param sharpness divides the logarithm of the likelihood before it becomes a confidence: evidence is not independent
 */
record Weights(
        double counts,
        double presence,
        double identity,
        double price,
        double pricePerMember,
        double share,
        double trials,
        double sharpness) {

    static final Weights DEFAULT = new Weights(0.5, 0.5, 1.0, 12, 1.0, 20, 1.5, 2.5);

    /**
     * The more endpoints there are, the smaller a difference is that cannot be chance, and the less it means: prices
     * grow with the logarithm of their number.
     */
    Weights forSample(int endpoints) {
        double magnitude = Math.log10(Math.max(10, endpoints) / 1000.0);
        return new Weights(
                counts,
                presence,
                identity,
                price * (1 + magnitude / 3),
                pricePerMember * Math.max(0.3, 1 + 0.5 * magnitude),
                share,
                trials,
                sharpness);
    }
}
