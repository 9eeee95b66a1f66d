package clarion.pxgrid.life;

/** The listener refused a call twice though the database is there. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    RefusedException(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
