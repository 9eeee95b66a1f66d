package clarion.pxgrid.remote;

import org.jspecify.annotations.Nullable;

/** A process cannot be asked; the message says why, with its URL and without a full stop. */
final class SilentException extends Exception {

    private static final long serialVersionUID = 1L;

    SilentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Why. */
    String why() {
        return String.valueOf(getMessage());
    }
}
