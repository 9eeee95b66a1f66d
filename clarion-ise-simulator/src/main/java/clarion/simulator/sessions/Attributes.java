package clarion.simulator.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Some attributes of a session under their wire names. One block is shared by every session of a device, a port or a
 * person, which keeps a campus of 100,000 small. Values are String, Integer, Boolean, a List of those, or any
 * JsonValue.
 */
public final class Attributes {

    public static final Attributes NONE = new Attributes(new Object[0]);

    private final Object[] pairs;

    private Attributes(Object[] pairs) {
        this.pairs = pairs;
    }

    /** Attributes by name and value in turn; those with a null value are left out. */
    public static Attributes of(@Nullable Object... namesAndValues) {
        Object[] kept = new Object[namesAndValues.length];
        int size = 0;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object name = namesAndValues[i];
            Object value = namesAndValues[i + 1];
            if (name != null && value != null) {
                kept[size++] = name;
                kept[size++] = value;
            }
        }
        return new Attributes(Arrays.copyOf(kept, size));
    }

    /** These attributes with one more, or with another value of one. */
    public Attributes with(String name, @Nullable Object value) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                @Nullable Object[] changed = Arrays.copyOf(pairs, pairs.length);
                changed[i + 1] = value;
                return of(changed);
            }
        }
        @Nullable Object[] longer = Arrays.copyOf(pairs, pairs.length + 2);
        longer[pairs.length] = name;
        longer[pairs.length + 1] = value;
        return of(longer);
    }

    public @Nullable Object get(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    public void forEach(BiConsumer<String, Object> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept((String) pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes attributes && Arrays.equals(pairs, attributes.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return List.of(pairs).toString();
    }
}
