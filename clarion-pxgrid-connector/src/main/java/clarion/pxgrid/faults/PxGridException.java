package clarion.pxgrid.faults;

import clarion.pxgrid.ConnectorStatus.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault with its place and circumstances. The message is for the operator: what happened and where, no secret, no
 * class name.
 */
public final class PxGridException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public PxGridException(Fault fault, String what) {
        this(fault, what, null);
    }

    public PxGridException(Fault fault, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What happened and where. */
    public String what() {
        String message = getMessage();
        return message == null ? fault.name() : message;
    }

    public Problem problemAt(Instant at) {
        return new Problem(fault.code(), what(), fault.action(), at);
    }
}
