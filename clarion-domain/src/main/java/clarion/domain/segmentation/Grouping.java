package clarion.domain.segmentation;

/** Who is in which group, how sure that is, and where else it could be. */
public final class Grouping {

    private final int groups;
    private final int[] group;
    private final int[] second;
    private final double[] confidence;

    Grouping(int groups, int[] group, int[] second, double[] confidence) {
        this.groups = groups;
        this.group = group;
        this.second = second;
        this.confidence = confidence;
    }

    /** How many groups there are; they are numbered from 0. */
    public int groups() {
        return groups;
    }

    public int endpoints() {
        return group.length;
    }

    /** The group of an endpoint. */
    public int group(int endpoint) {
        return group[endpoint];
    }

    /** The group that fits second best; its own if there is no other. */
    public int second(int endpoint) {
        return second[endpoint];
    }

    /** How sure the group is, above 0 to 1. */
    public double confidence(int endpoint) {
        return confidence[endpoint];
    }
}
