package clarion.domain.policy.mining;

import java.util.Arrays;
import java.util.List;

/** Which group each entity belongs to. Immutable. */
public final class Groups {

    /** All that is outside: one entity that stands for very many. */
    public static final int EXTERNAL = -1;

    /** Addresses of the campus that belong to nobody known. */
    public static final int UNKNOWN = -2;

    /** Group addresses, to which the matrix does not apply. */
    public static final int MULTICAST = -3;

    public static final String EXTERNAL_NAME = "EXTERNAL";
    public static final String UNKNOWN_NAME = "UNKNOWN";

    private final List<String> names;
    private final int[] of;
    private final int[] sizes;

    /**
     * Takes who is who.
     *
     * @param names of the groups; their numbers are their places
     * @param of per entity the number of its group, {@link #EXTERNAL}, {@link #UNKNOWN} or {@link #MULTICAST}
     * @param sizes members per group, seen or not
     */
    public Groups(List<String> names, int[] of, int[] sizes) {
        if (names.size() != sizes.length || sizes.length > 32_000) {
            throw new IllegalArgumentException(names.size() + " groups with " + sizes.length + " sizes");
        }
        this.names = List.copyOf(names);
        this.of = of.clone();
        this.sizes = sizes.clone();
    }

    public List<String> names() {
        return names;
    }

    /** The number of an entity's group, or one of the negative ones. */
    public int of(int entity) {
        return of[entity];
    }

    /** Members of all groups together. */
    int members() {
        return Arrays.stream(sizes).sum();
    }

    public String name(int group) {
        return group == EXTERNAL ? EXTERNAL_NAME : group < 0 ? UNKNOWN_NAME : names.get(group);
    }

    /** How many members a group has; of what is outside nobody knows. */
    public int size(int group) {
        return group < 0 ? 0 : sizes[group];
    }
}
