package clarion.pxgrid.stomp;

import org.jspecify.annotations.Nullable;

/** Octets that are no STOMP, or a frame above the limit; the connection cannot go on. */
public final class StompException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;
    private final @Nullable String subscription;

    public StompException(String message) {
        this(message, false, null);
    }

    private StompException(String message, boolean tooLarge, @Nullable String subscription) {
        super(message);
        this.tooLarge = tooLarge;
        this.subscription = subscription;
    }

    static StompException tooLarge(long octets, int limit, @Nullable String subscription) {
        return new StompException(
                "a frame of at least " + octets + " octets is above the limit of " + limit, true, subscription);
    }

    public boolean isTooLarge() {
        return tooLarge;
    }

    /** The subscription that the frame at fault was for, if it came to that. */
    public @Nullable String subscription() {
        return subscription;
    }
}
