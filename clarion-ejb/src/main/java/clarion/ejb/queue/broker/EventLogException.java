package clarion.ejb.queue.broker;

/** The broker does not answer, or not as it should. */
public final class EventLogException extends Exception {

    private static final long serialVersionUID = 1L;

    public EventLogException(String message) {
        super(message);
    }

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
