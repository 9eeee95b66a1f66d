package clarion.web.listing;

import org.jspecify.annotations.Nullable;

/** Values as the wire shows them. */
public final class Texts {

    private Texts() {}

    /** The canonical text; null for null. */
    public static @Nullable String of(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
