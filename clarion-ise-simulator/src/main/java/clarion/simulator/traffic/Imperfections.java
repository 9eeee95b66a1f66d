package clarion.simulator.traffic;

import java.util.EnumMap;
import java.util.Map;

/** How much of each {@link Imperfection} there is. Immutable. */
public final class Imperfections {

    private final Map<Imperfection, Double> shares;

    private Imperfections(Map<Imperfection, Double> shares) {
        this.shares = shares;
    }

    /** As much as is usual. */
    public static Imperfections usual() {
        return new Imperfections(new EnumMap<>(Imperfection.class));
    }

    /** Nothing is wrong, and every switch reports security groups. */
    public static Imperfections none() {
        Imperfections none = usual();
        for (Imperfection one : Imperfection.values()) {
            none = none.with(one, one == Imperfection.SGTS ? 1 : 0);
        }
        return none;
    }

    /** These with another share of one. */
    public Imperfections with(Imperfection one, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(one.option() + " is a share from 0 to 1, not " + share);
        }
        Map<Imperfection, Double> changed = new EnumMap<>(Imperfection.class);
        changed.putAll(shares);
        changed.put(one, share);
        return new Imperfections(changed);
    }

    public double of(Imperfection one) {
        Double share = shares.get(one);
        return share == null ? one.usual() : share;
    }
}
