package clarion.pxgrid.stomp;

/** The octets are no STOMP, or more of it than allowed; the connection cannot be read any further. */
public final class StompException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    public StompException(String message) {
        this(message, false);
    }

    private StompException(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    static StompException tooLarge(long octets, int limit) {
        return new StompException("a frame of at least " + octets + " octets is above the limit of " + limit, true);
    }

    /** True if the frame was well-formed so far but too large. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
