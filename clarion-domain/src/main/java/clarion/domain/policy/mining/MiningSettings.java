package clarion.domain.policy.mining;

/**
 * What counts as evidence.
 *
 * @param deviants share of a group's members that may do what others do: members that are in the wrong group, tagged
 *     wrongly, or odd; above 0 and below 0.1
 * @param chance how likely it may be that deviants alone make a service look used, above 0 and below 0.1
 * @param leastDays on how many days a service must be seen that nobody ever answers
 * @param rangePorts from how many ports on a service is taken to use a range
 * @param baseline what a network cannot do without
 */
public record MiningSettings(double deviants, double chance, int leastDays, int rangePorts, Baseline baseline) {

    public static final MiningSettings DEFAULTS = new MiningSettings(0.03, 0.001, 2, 8, Baseline.DEFAULT);

    /** Of all deviants at least this share does any one thing. */
    private static final double LEAST_SHARE = 0.08;

    public MiningSettings {
        if (!(deviants > 0 && deviants < 0.1) || !(chance > 0 && chance < 0.1)) {
            throw new IllegalArgumentException(
                    "deviants and chance are above 0 and below 0.1, not " + deviants + " and " + chance);
        }
        if (leastDays < 1 || rangePorts < 3) {
            throw new IllegalArgumentException(
                    "at least one day and three ports, not " + leastDays + " and " + rangePorts);
        }
    }

    /**
     * How many members of a group must do something before it is the group that does it: so many that deviants alone
     * reach that number with no more than {@link #chance} (binomial). Of 3 members 2; of 300, if a tenth of all
     * endpoints does it, 6.
     *
     * @param others share of all endpoints whose groups do it, 0 to 1: deviants do what many do
     */
    public int support(int members, double others) {
        double share = deviants * Math.max(LEAST_SHARE, Math.min(1, others));
        double mean = members * share;
        // For very large groups the first terms are too small for a double; there the normal law is close enough.
        if (mean > 300) {
            return (int) Math.ceil(mean + 3.1 * Math.sqrt(mean));
        }
        double term = Math.exp(members * Math.log1p(-share));
        double below = term;
        int k = 1;
        while (k < members && 1 - below > chance) {
            term *= (members - k + 1.0) / k * share / (1 - share);
            below += term;
            k++;
        }
        return Math.max(Math.min(2, members), k);
    }
}
