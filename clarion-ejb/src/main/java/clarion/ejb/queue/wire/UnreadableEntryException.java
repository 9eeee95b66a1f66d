package clarion.ejb.queue.wire;

/** The body of an entry is not what its kind promises. */
public final class UnreadableEntryException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
