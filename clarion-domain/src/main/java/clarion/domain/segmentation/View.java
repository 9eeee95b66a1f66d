package clarion.domain.segmentation;

import java.util.List;

/** One thing that is known of endpoints and has a few values: ISE profile, AD group, VLAN. */
public final class View {

    /** Nothing is known, which is no value. */
    public static final int MISSING = -1;

    private final String name;
    private final List<String> labels;
    private final int[] values;
    private final double weight;

    /**
     * @param name what is known, such as {@code profile}
     * @param labels the values
     * @param values per endpoint the number of its value in {@code labels}, or {@link #MISSING}
     * @param weight how much it says beside what an endpoint does; 0 leaves it out, 1 is the rule
     */
    public View(String name, List<String> labels, int[] values, double weight) {
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("the weight of " + name + " is " + weight + ", not 0 or more");
        }
        for (int value : values) {
            if (value < MISSING || value >= labels.size()) {
                throw new IllegalArgumentException(name + " has no value number " + value);
            }
        }
        this.name = name;
        this.labels = List.copyOf(labels);
        this.values = values.clone();
        this.weight = weight;
    }

    public String name() {
        return name;
    }

    public List<String> labels() {
        return labels;
    }

    /** The number of an endpoint's value, or {@link #MISSING}. */
    public int value(int endpoint) {
        return values[endpoint];
    }

    public double weight() {
        return weight;
    }

    int endpoints() {
        return values.length;
    }
}
