package clarion.simulator.stomp;

/** Bytes or a frame that break STOMP 1.2; the message goes into the ERROR frame. */
public final class StompException extends Exception {

    public StompException(String message) {
        super(message);
    }

    /** What was wrong. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
